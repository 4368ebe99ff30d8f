/** Records to test with. */
import { linked, lineOf, origin } from '../../../lib/audit/entry.ts';
import { recordFormat } from '../../../lib/audit/verify.ts';
import type { AuditEntry, LinkedEntry } from '../../../lib/model/audit.ts';
import { isoAt } from '../sample.ts';

export const chainId = '019ce1a4-0000-7000-8000-00000000c4a1';

/** The entries of a record that was saved: its beginning, reviews, and the entry of its saving. */
export function chain(length: number, change: (entry: AuditEntry) => AuditEntry = (entry) => entry): LinkedEntry[] {
  const entries: LinkedEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const entry: AuditEntry = {
      v: 1,
      seq,
      type: seq === 1 ? 'chain.started' : seq === length ? 'export' : 'review.created',
      at: isoAt(seq * 1000),
      by: seq === 1 ? null : { id: 'reviewer-1', role: 'reviewer' },
      facts:
        seq === 1
          ? { chain: chainId }
          : seq === length
            ? { format: recordFormat }
            : { review: `r${seq}`, revision: 1, model: 'Modèle “x”' },
      content: seq === 1 || seq === length ? {} : { review: `${seq}`.padStart(64, 'a') },
    };
    entries.push(linked(change(entry), entries.at(-1)?.hash ?? origin));
  }
  return entries;
}

export const linesOf = (entries: LinkedEntry[]): string[] => entries.map(lineOf);
