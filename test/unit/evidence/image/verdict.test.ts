/** Real signatures by makers of our own, checked by the reader that the page uses, with the settings and lists that the page uses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WasmReader } from '@contentauth/c2pa-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { readerSettings, verdictOf, type TrustLists } from '../../../../lib/evidence/image/verdict.ts';
import { plain, type Format } from './pictures.ts';
import { Held, loadReader, makeSigner, signPicture, type TestSigner } from './sign.ts';

const list = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../../lib/evidence/image/trust', `${name}.pem`), 'utf8');
const shipped: TrustLists = { signers: list('signers'), stamps: list('stamps') };
const ai = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const camera = 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture';
const cases: [Format, string][] = [
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['svg', 'image/svg+xml'],
];

async function check(picture: Uint8Array, mime: string, lists: TrustLists) {
  const reader = await WasmReader.fromBlob(mime, new Held(picture, mime), readerSettings(lists));
  return verdictOf(JSON.parse(reader.json()) as never);
}

let signer: TestSigner;
let trusting: TrustLists;
beforeAll(async () => {
  loadReader();
  signer = await makeSigner('Painters Inc');
  trusting = { ...shipped, signers: `${shipped.signers}\n${signer.root}` };
});

describe.each(cases)('%s', (format, mime) => {
  test('valid, unknown, and changed', async () => {
    const signed = await signPicture(plain[format], signer, { mime, sourceType: ai });
    const expected = {
      issuer: 'Painters Inc',
      signer: 'Painters Inc Signer',
      signedAt: null,
      tool: 'Test Painter',
      made: 'ai',
      actions: ['c2pa.created, trainedAlgorithmicMedia, Test Painter'],
      problems: [],
    };
    expect(await check(signed, mime, trusting)).toEqual({ state: 'valid', ...expected });
    expect(await check(signed, mime, shipped)).toEqual({ state: 'unknown', ...expected });

    // Somewhere in the picture, which is not where the credentials stand.
    const at =
      format === 'avif' ? signed.length - 5 : format === 'svg' ? signed.lastIndexOf(0x34) : signed.length - (format === 'png' ? 20 : 2);
    const changed = signed.slice();
    changed[at]! ^= 1;
    expect(await check(changed, mime, trusting)).toMatchObject({ state: 'invalid', problems: [expect.stringContaining('mismatch')] });
  });
});

test('a changed word in the credentials is seen', async () => {
  const signed = Buffer.from(await signPicture(plain.png, signer, { mime: 'image/png', sourceType: ai }));
  const at = signed.indexOf('trainedAlgorithmicMedia');
  signed[at] = 'T'.charCodeAt(0);
  expect(await check(signed, 'image/png', trusting)).toMatchObject({ state: 'invalid' });
});

test('one that may only vouch for time stampers makes no signer known', async () => {
  const signed = await signPicture(plain.png, signer, { mime: 'image/png', sourceType: ai });
  expect(await check(signed, 'image/png', { ...shipped, stamps: `${shipped.stamps}\n${signer.root}` })).toMatchObject({ state: 'unknown' });
});

test('the same name from another root is not the same signer', async () => {
  const forger = await makeSigner('Painters Inc');
  const signed = await signPicture(plain.png, forger, { mime: 'image/png', sourceType: camera });
  expect(await check(signed, 'image/png', trusting)).toMatchObject({ state: 'unknown', issuer: 'Painters Inc', made: 'human' });
});

test('an AI picture that was opened and signed again', async () => {
  const first = await signPicture(plain.png, signer, { mime: 'image/png', sourceType: ai });
  const second = await signPicture(first, signer, { mime: 'image/png', sourceType: '', agent: 'Cutter', edit: true });
  const verdict = await check(second, 'image/png', trusting);
  expect(verdict).toMatchObject({ state: 'valid', made: 'ingredient-ai', tool: 'Cutter' });
  expect(verdict.actions[0]).toContain('c2pa.opened');
});

test('the time counts where its stamp leads to the list', () => {
  const report = (code: string) => ({
    active_manifest: 'a',
    manifests: { a: { signature_info: { issuer: 'P', time: '2026-01-02T03:04:05+00:00' } } },
    validation_state: 'Valid',
    validation_results: { activeManifest: { success: [{ code }], failure: [] } },
  });
  expect(verdictOf(report('timeStamp.trusted')).signedAt).toBe('2026-01-02T03:04:05+00:00');
  expect(verdictOf(report('timeStamp.validated')).signedAt).toBe(null);
});

test('a known identity within the credentials makes no signer known', () => {
  const report = (url: string) => ({
    validation_state: 'Trusted',
    validation_results: {
      activeManifest: { success: [{ code: 'signingCredential.trusted', url, explanation: 'found in System trust anchors' }] },
    },
  });
  expect(verdictOf(report('self#jumbf=/c2pa/a/c2pa.signature')).state).toBe('valid');
  expect(verdictOf(report('self#jumbf=/c2pa/a/c2pa.assertions/cawg.identity')).state).toBe('unknown');
});

test('nothing to report is no signature', () => {
  expect(verdictOf({})).toMatchObject({ state: 'invalid', made: null, issuer: null });
});
