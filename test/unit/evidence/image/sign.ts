/** Signs pictures as a tool would: with the C2PA project's own builder, and certificates that are made here. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as x509 from '@peculiar/x509';
import { initSync, WasmBuilder } from '@contentauth/c2pa-wasm';

/** Who signs: a certificate, the root that vouches for it, and the key. */
export interface TestSigner {
  /** PEM. */
  root: string;
  chain: Uint8Array[];
  key: CryptoKey;
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 86_400_000;

/** A new root, and a certificate of its own for `name` that may sign content. */
export async function makeSigner(name: string): Promise<TestSigner> {
  const [rootKeys, keys] = await Promise.all([generate(), generate()]);
  const valid = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 365 * day), signingAlgorithm: ecdsa };
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...valid,
    name: `CN=${name} Root, O=${name}`,
    keys: rootKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    ...valid,
    serialNumber: '0123456789',
    subject: `CN=${name} Signer, O=${name}`,
    issuer: root.subject,
    publicKey: keys.publicKey,
    signingKey: rootKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      // emailProtection, one of those that the specification lets sign
      new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.4'], true),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { root: root.toString('pem'), chain: [new Uint8Array(leaf.rawData), new Uint8Array(root.rawData)], key: keys.privateKey };
}

const generate = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);

export interface SignOptions {
  mime: string;
  /** How it was made, `http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia`. */
  sourceType: string;
  /** The tool's name. */
  agent?: string;
  /** The picture was opened and cropped, its own credentials are kept as those of an ingredient; `sourceType` is not used. */
  edit?: boolean;
}

/** The picture with a signed manifest in it. */
export async function signPicture(
  picture: Uint8Array,
  signer: TestSigner,
  { mime, sourceType, agent = 'Test Painter', edit }: SignOptions,
) {
  loadReader();
  const builder = WasmBuilder.fromJson(
    JSON.stringify({
      claim_generator_info: [{ name: agent, version: '1.0' }],
      title: 'picture',
      assertions: edit ? [] : [{ label: 'c2pa.actions.v2', data: { actions: [created(sourceType, agent)] } }],
    }),
  );
  if (edit) builder.setIntent('edit');
  const reserveSize = 4096;
  const sign = (claim: Uint8Array) => coseSign1(claim, signer, reserveSize);
  return builder.sign({ alg: 'es256', reserveSize, sign: sign as never }, mime, new Held(picture, mime));
}

const created = (digitalSourceType: string, name: string) => ({
  action: 'c2pa.created',
  digitalSourceType,
  softwareAgent: { name, version: '1.0' },
});

let loaded = false;

/** The reader in Node. It reads blobs in one go, as only a worker of a browser can: here they hold their bytes. */
export function loadReader(): void {
  if (loaded) return;
  loaded = true;
  Object.assign(globalThis, { FileReaderSync: class { readAsArrayBuffer = (blob: Held) => new Uint8Array(blob.held).buffer } }); // prettier-ignore
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')) });
}

/** A blob whose bytes can be read at once. */
export class Held extends Blob {
  readonly held: Uint8Array;
  constructor(held: Uint8Array, type: string) {
    super([held.slice()], { type });
    this.held = held;
  }
  override slice(start = 0, end = this.held.length): Held {
    return new Held(this.held.subarray(start, end), this.type);
  }
}

/** RFC 9052 with the chain in the protected header, filled up to the size that was kept for it. */
async function coseSign1(claim: Uint8Array, { chain, key }: TestSigner, size: number): Promise<Uint8Array> {
  const headers = map([number(1), number(-7)], [number(33), list(...chain.map(octets))]);
  const signed = list(string('Signature1'), octets(headers), octets(new Uint8Array()), octets(claim));
  const signature = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, signed.slice()));
  const whole = (pad: number) =>
    joined([0xd2], list(octets(headers), map([string('pad'), octets(new Uint8Array(pad))]), [0xf6], octets(signature)));
  return whole(size - whole(1000).length + 1000);
}

type Octets = Uint8Array | number[];
const joined = (...parts: Octets[]): Uint8Array => new Uint8Array(parts.flatMap((part) => [...part]));
function head(major: number, value: number): number[] {
  if (value < 24) return [(major << 5) | value];
  return value < 256 ? [(major << 5) | 24, value] : [(major << 5) | 25, value >> 8, value & 255];
}
const number = (value: number): Octets => (value < 0 ? head(1, -1 - value) : head(0, value));
const octets = (value: Uint8Array): Octets => joined(head(2, value.length), value);
const string = (value: string): Octets => joined(head(3, value.length), new TextEncoder().encode(value));
const list = (...items: Octets[]): Uint8Array => joined(head(4, items.length), ...items);
const map = (...pairs: [Octets, Octets][]): Uint8Array => joined(head(5, pairs.length), ...pairs.flat());
