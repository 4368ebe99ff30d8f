/** The page that checks an image: marks from an address and from a file, and the signature, with the network gone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages as words } from '../../lib/i18n/locales/en/pages.ts';
import { servePages, type ServedPages } from '../setup/pages.ts';
import { until } from '../setup/until.ts';
import { plain, withXmp } from '../unit/evidence/image/pictures.ts';
import { makeSigner, signPicture } from '../unit/evidence/image/sign.ts';
import { launch, type Driven } from './launch.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';

declare const chrome: { contextMenus: { update(id: string, changes: object): Promise<void> } };

const ai = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const xmp = `<rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType="${ai}"/>`;

let images: Record<string, Uint8Array>;
beforeAll(async () => {
  const signed = await signPicture(plain.webp, await makeSigner('Painters Inc'), { mime: 'image/webp', sourceType: ai });
  const changed = Buffer.from(await signPicture(plain.png, await makeSigner('Painters Inc'), { mime: 'image/png', sourceType: ai }));
  changed[changed.length - 20]! ^= 1;
  images = { '/signed': signed, '/changed': changed, '/xmp': withXmp('jpeg', xmp), '/plain': plain.png };
});

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  let driven: Driven;
  let served: ServedPages;
  beforeAll(async () => {
    served = await servePages(images);
    driven = await launch(kind);
  });
  afterAll(async () => {
    await driven?.close();
    await served?.[Symbol.asyncDispose]();
  });

  const openFor = (path: string): Promise<Page> => driven.openOurs(`image.html?src=${encodeURIComponent(served.origin + path)}`);
  const shows = (page: Page, sentence: string) =>
    until(`the page says "${sentence}"`, () => page.evaluate((part) => document.body.innerText.includes(part), sentence));

  test('an image on the web: its mark, the words for it, the exact snippet, and the picture', async () => {
    const page = await openFor('/xmp');
    await shows(page, words['image.claim.declared-ai']);
    await shows(page, `Iptc4xmpExt:DigitalSourceType="${ai}"`);
    const width = await until('the picture is drawn', () =>
      page.evaluate(() => document.querySelector<HTMLImageElement>('figure img')?.naturalWidth),
    );
    expect(width).toBe(8);
    await page.close();
  });

  test('no marks prove nothing; no address is no error; an address that fails is said', async () => {
    const page = await openFor('/plain');
    await shows(page, words['image.none']);
    await shows(page, words['image.noneMeans']);
    await page.close();
    const missing = await openFor('/missing');
    await shows(missing, '404');
    await missing.close();
    const blob = await driven.openOurs(`image.html?src=${encodeURIComponent('blob:https://example.com/1')}`);
    await shows(blob, words['image.page']);
    await blob.close();
  });

  test('a file: its signature fits, its signer is not on the list', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bluepencil-image-'));
    const file = join(folder, 'signed.webp');
    await writeFile(file, images['/signed']!);
    const page = await driven.openOurs('image.html');
    await shows(page, words['image.drop']);
    const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await shows(page, words['image.claim.credentials-ai']);
    await shows(page, words['image.signature']);
    await pressIn(page, named(words['image.verify']));
    await shows(page, words['image.state.unknown']);
    await shows(page, 'Painters Inc');
    await page.close();
    await rm(folder, { recursive: true });
  });

  test('what was changed after it was signed is seen, without a network', async () => {
    const page = await openFor('/changed');
    await shows(page, words['image.claim.credentials-ai']);
    await served[Symbol.asyncDispose]();
    await pressIn(page, named(words['image.verify']));
    await shows(page, words['image.state.invalid']);
    await shows(page, 'assertion.dataHash.mismatch');
    await page.close();
  });

  test('the context menu has the item', async () => {
    const known = (id: string) =>
      driven.ours.evaluate(
        (item) =>
          chrome.contextMenus.update(item, { enabled: true }).then(
            () => true,
            () => false,
          ),
        id,
      );
    await until('the item is there', () => known('check-image'));
    expect(await known('no-such-item')).toBe(false);
  });
});
