/** The file beside a data set, `*.meta.jsonl`: for each line or element, in the same order, its hash and where it comes from. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Exported, ExportPiece } from './format.ts';
import { provenanceKeys, provenanceOf } from './provenance.ts';
import { checkLine, type Mended } from './rules.ts';

/** What one row comes from, and what was done to its conversation. */
export interface Source {
  item: Exported;
  mended: Mended[];
}

/**
 * A line of the sidecar `file`: about the line of that SHA-256, whose line end is not hashed. `more`: what else that line holds, where several things
 * make one.
 */
export function sidecarLine(file: string, hash: Uint8Array, { item, mended }: Source, more: Source[] = []): ExportPiece {
  const sha256 = bytesToHex(hash);
  const first = provenanceOf(item, sha256, mended);
  const others = more.map((one) => provenanceOf(one.item, sha256, one.mended));
  const provenance = others.length > 0 ? { ...first, others } : first;
  const reviewIds = [first, ...others].flatMap((one) => one.reviewIds);
  return { file, data: `${JSON.stringify(provenance)}\n`, reviewIds, value: provenance, provenance };
}

/** What is wrong with a line of it; empty: nothing. */
export const checkSidecar = (data: string, value?: object): string[] => checkLine(data, provenanceKeys, value).problems;
