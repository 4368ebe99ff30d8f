/** The one check of a record, for the page that has it and for whoever was given its file. */
import type { AuditHead, AuditReport, AuditTrouble, Countersignature, LinkedEntry } from '../model/audit.ts';
import { isSigned, readReceipt } from './countersign.ts';
import { chainOf, entryHash, origin, readLine } from './entry.ts';

/** What is known from elsewhere of the record that is checked. */
export interface Known {
  /** An entry that must be in it, as it was noted before. */
  head?: Pick<AuditHead, 'seq' | 'hash'> | null;
  /** A saved record ends with the entry of its own saving: without that one its end is missing. */
  saved?: boolean;
}

/** What the entry of saving the record itself names as its format. */
export const recordFormat = 'audit-jsonl';

/** Most holes that a report lists. */
const listed = 100;

/** Checks the lines of a record, in their order. Nothing is held but the number and hash of each entry. */
export async function verify(lines: Iterable<string> | AsyncIterable<string>, known: Known = {}): Promise<AuditReport> {
  const walk = new Walk();
  for await (const line of lines) walk.take(line);
  return walk.finish(known);
}

class Walk {
  /** Number → hash; null where the line of that place cannot be trusted. */
  readonly #seen = new Map<number, string | null>();
  /** Number → the hash that its entry wants before it, while that one has not come. */
  readonly #waiting = new Map<number, string>();
  readonly #receipts: { seq: number; receipt: Countersignature | null }[] = [];
  readonly #chains = new Set<string>();
  readonly #resets: AuditReport['resets'] = [];
  readonly #lost: AuditReport['lost'] = [];
  /** The hash that the line before says it has; null: it is none that can be read. */
  #before: string | null = origin;
  #line = 0;
  #expected = 1;
  #first: LinkedEntry | null = null;
  #last: LinkedEntry | null = null;
  #chain = '';
  #broken: AuditReport['broken'] = null;
  /** The numbers that the first trouble says are missing. */
  #gap: { from: number; to: number } | null = null;
  #troubles = 0;

  take(line: string): void {
    this.#line++;
    const entry = readLine(line);
    const sound = entry !== null && entryHash(entry, entry.prevHash) === entry.hash;
    const before = this.#before;
    this.#before = entry?.hash ?? null;
    if (!sound) {
      // It stands where it was written if it follows the line before it. Else its own number says what is missing between the two.
      if (entry && entry.prevHash !== before) this.#skip(entry.seq);
      this.#trouble(entry ? 'changed' : 'unreadable', this.#expected);
      this.#seen.set(this.#expected++, null);
      return;
    }
    this.#place(entry);
    this.#link(entry);
    this.#first ??= entry;
    if (!this.#last || entry.seq > this.#last.seq) this.#last = entry;
    const chain = chainOf(entry);
    if (chain !== null) this.#chains.add((this.#chain = chain));
    if (entry.type === 'chain.reset') this.#resets.push({ seq: entry.seq, at: entry.at });
    if (entry.type === 'chain.lost') this.#lost.push({ seq: entry.seq, entries: Number(entry.facts.entries) || 0 });
    if (entry.type === 'chain.anchored') this.#receipts.push({ seq: entry.seq, receipt: readReceipt(entry.facts.receipt) });
  }

  #place({ seq, hash }: LinkedEntry): void {
    if (seq > this.#expected) this.#skip(seq);
    else if (seq < this.#expected && this.#seen.get(seq) !== null) this.#trouble(this.#seen.has(seq) ? 'duplicate' : 'order', seq);
    this.#expected = Math.max(this.#expected, seq + 1);
    if (!this.#seen.get(seq)) this.#seen.set(seq, hash);
  }

  /** The entry `seq` comes where another was expected. */
  #skip(seq: number): void {
    if (seq <= this.#expected) return;
    this.#trouble('missing', seq, { from: this.#expected, to: seq - 1 });
    this.#expected = seq;
  }

  #link({ seq, type, prevHash, hash }: LinkedEntry): void {
    const begins = prevHash === origin && (type === 'chain.reset' || (type === 'chain.started' && seq === 1));
    const before = this.#seen.get(seq - 1);
    if (!begins && (seq === 1 || (typeof before === 'string' && before !== prevHash))) this.#trouble('unlinked', seq);
    else if (!begins && before === undefined) this.#waiting.set(seq, prevHash);
    const wanted = this.#waiting.get(seq + 1);
    if (wanted !== undefined && wanted !== hash) this.#trouble('unlinked', seq + 1);
    this.#waiting.delete(seq + 1);
  }

  #trouble(trouble: AuditTrouble, seq: number, gap: { from: number; to: number } | null = null): void {
    this.#troubles++;
    if (this.#broken) return;
    this.#broken = { line: this.#line, seq, trouble };
    this.#gap = gap;
  }

  async finish({ head = null, saved = false }: Known): Promise<AuditReport> {
    const last = this.#last;
    const end = this.#expected - 1;
    if (head && head.seq > end) this.#atEnd('cut', end + 1);
    else if (head && this.#seen.get(head.seq) !== head.hash) this.#atEnd('replaced', head.seq);
    if (saved && !(last?.seq === end && last.type === 'export' && last.facts.format === recordFormat)) this.#atEnd('cut', end + 1);
    const { anchor, badReceipts } = await this.#anchors();
    const holes = this.#holes(Math.max(end, head?.seq ?? 0));
    const gap = this.#gap;
    // What seemed missing came later: it stands elsewhere.
    const moved = gap && !holes.some(({ from, to }) => from <= gap.to && to >= gap.from);
    return {
      entries: this.#line,
      since: this.#first?.at ?? null,
      until: last?.at ?? null,
      head: last && { chain: this.#chain, seq: last.seq, hash: last.hash },
      broken: this.#broken && moved ? { ...this.#broken, trouble: 'order' } : this.#broken,
      troubles: this.#troubles,
      holes: holes.slice(0, listed),
      resets: this.#resets,
      lost: this.#lost,
      anchor,
      unanchored: [...this.#seen.keys()].filter((seq) => seq > (anchor?.seq ?? 0)).length,
      badReceipts,
    };
  }

  /** Troubles that show at the end come after all others. */
  #atEnd(trouble: AuditTrouble, seq: number): void {
    if (trouble === 'cut') this.#line++;
    this.#trouble(trouble, seq);
    if (trouble === 'cut') this.#line--;
  }

  async #anchors(): Promise<Pick<AuditReport, 'anchor' | 'badReceipts'>> {
    let anchor: AuditReport['anchor'] = null;
    const badReceipts: number[] = [];
    for (const { seq, receipt } of this.#receipts) {
      if (!receipt || !this.#chains.has(receipt.chain) || receipt.seq >= seq || !(await isSigned(receipt))) {
        badReceipts.push(seq);
        continue;
      }
      const hash = this.#seen.get(receipt.seq);
      if (typeof hash === 'string' && hash !== receipt.head) this.#atEnd('signed-otherwise', receipt.seq);
      else if (hash === receipt.head && receipt.seq > (anchor?.seq ?? 0)) anchor = { seq: receipt.seq, at: receipt.at, key: receipt.key };
    }
    return { anchor, badReceipts };
  }

  #holes(end: number): AuditReport['holes'] {
    const holes: AuditReport['holes'] = [];
    let next = 1;
    for (const seq of [...this.#seen.keys(), end + 1].toSorted((one, other) => one - other)) {
      if (seq > next) holes.push({ from: next, to: seq - 1 });
      next = Math.max(next, seq + 1);
    }
    return holes;
  }
}
