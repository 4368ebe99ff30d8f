/** Compares long texts beside the page's thread: typing never waits for it. */
import { compare, type Part } from './compare.ts';

/** One question; the answer has its number. */
export interface CompareRequest {
  number: number;
  before: string;
  after: string;
}
export interface CompareReply {
  number: number;
  parts: Part[];
}

self.addEventListener('message', ({ data: { number, before, after } }: MessageEvent<CompareRequest>) => {
  const reply: CompareReply = { number, parts: compare(before, after) };
  self.postMessage(reply, { transfer: [] });
});
