/** What a check of the record came to, in words: the page and the command line say the same. */
import type { AuditReport } from '../model/audit.ts';
import { number } from './numbers.ts';
import { locale, text } from './text.ts';

/** `good`: every entry is as it was written and where it was written · `warn`: so it is, but the chain was cut in between. */
export interface RecordWords {
  tone: 'good' | 'warn' | 'bad';
  headline: string;
  /** What else there is to say, the weightiest first. */
  lines: string[];
  /** `<number>:<hash>` of the last entry, to be noted elsewhere; null: there is none. */
  head: string | null;
}

/** The words for a report. */
export function recordWords(report: AuditReport): RecordWords {
  const { entries, since, broken, troubles, holes, resets, lost, anchor, unanchored, badReceipts, head } = report;
  const lines: string[] = [];
  if (broken && broken.line !== broken.seq) lines.push(text('record.at', { line: broken.line }));
  if (troubles > 1) lines.push(text('record.troubles', { n: troubles }));
  if (holes.length > 0) lines.push(text('record.holes', { list: holes.map(span).join(', ') }));
  for (const { seq, at } of resets) lines.push(text('record.reset', { seq, at: moment(at) }));
  for (const { seq, entries: n } of lost) lines.push(text('record.lost', { seq, n }));
  if (badReceipts.length > 0) lines.push(text('record.badReceipts', { n: badReceipts.length, list: badReceipts.map(number).join(', ') }));
  if (anchor) {
    lines.push(text('record.anchor', { seq: anchor.seq, at: moment(anchor.at), key: anchor.key }));
    if (unanchored > 0) lines.push(text('record.tail', { n: unanchored }));
  } else if (entries > 0) lines.push(text('record.noAnchor'));
  const intact = text('record.intact', { n: entries, at: since ? moment(since) : '' });
  // At the first entry nothing was before it here that could have been continued.
  const cut = resets.find(({ seq }) => seq > 1);
  return {
    tone: broken ? 'bad' : cut ? 'warn' : 'good',
    headline: broken
      ? text(`record.trouble.${broken.trouble}`, { seq: broken.seq })
      : cut
        ? text('record.pieces', { seq: cut.seq })
        : intact,
    lines,
    head: head && `${head.seq}:${head.hash}`,
  };
}

const span = ({ from, to }: { from: number; to: number }): string => (from === to ? number(from) : `${number(from)}–${number(to)}`);

/** A record may be years old: `12 Mar 2026, 10:42`. */
const moment = (at: string): string => new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
