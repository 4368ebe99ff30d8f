/** Checks one signature, away from the page: it takes a moment, and a hostile file may take for ever. The library is loaded here and nowhere else. */
import init, { WasmReader } from '@contentauth/c2pa-wasm';
import library from '@contentauth/c2pa-wasm/c2pa.wasm?url';
import { readerSettings, verdictOf, type ManifestReport, type Verdict } from '../../lib/evidence/image/verdict.ts';
import signers from '../../lib/evidence/image/trust/signers.pem?raw';
import stamps from '../../lib/evidence/image/trust/stamps.pem?raw';

/** The picture, with its type. */
export interface VerifyRequest {
  picture: Blob;
}
export type VerifyReply = { verdict: Verdict } | { problem: string };

/** What of a worker is used here; the shared types describe a page. */
declare const self: {
  addEventListener(name: 'message', listener: (event: MessageEvent<VerifyRequest>) => void): void;
  postMessage(reply: VerifyReply, transfer: []): void;
  fetch: unknown;
};

self.addEventListener('message', ({ data }) => void answer(data.picture).then((reply) => self.postMessage(reply, [])));

async function answer(picture: Blob): Promise<VerifyReply> {
  try {
    await init({ module_or_path: library });
    // A file may name addresses to ask. The settings say no; nor is there anything left to ask with.
    self.fetch = () => Promise.reject(new Error('Nothing is fetched here.'));
    const reader = await WasmReader.fromBlob(picture.type, picture, readerSettings({ signers, stamps }));
    return { verdict: verdictOf(JSON.parse(reader.json()) as ManifestReport) };
  } catch (error) {
    return { problem: String(error) };
  }
}
