/** Flagged passages, shown by the CSS Custom Highlight API: no node of the page is touched. */
import { find } from '../anchor/find.ts';
import { rootsAround } from '../anchor/selection.ts';
import type { Rect } from '../model/inspection.ts';
import { severities, type Flag, type Severity } from '../model/review.ts';
import type { FoundAnswer } from '../model/view.ts';
import { css, lanes, lanesOf, lit, nameOf, names } from './highlightStyle.ts';
import { endOf, holdsPoint } from './rangeBoxes.ts';
import { clipOf, isAround, scrollersOf } from './surroundings.ts';

/** Which flag of which answer. */
export interface FlagRef {
  answerId: string;
  flagId: string;
}

/** Where the number of a passage hangs. */
export interface SpanMark extends FlagRef {
  /** Its place in the order of the text, from 1; each answer counts for itself. */
  number: number;
  severity: Severity;
  /** The end of its last line: the height of the line, no width; relative to the viewport. */
  rect: Rect;
  /** Its words run to the left: the number hangs on the other side. */
  isRtl: boolean;
}

export interface Highlights {
  /** Shows the flags of each answer, and no others. Reads no layout. To be called again when the page or the flags changed. */
  show(items: { answer: FoundAnswer; flags: Flag[] }[]): void;
  /** Flags whose passage is not in its answer any more. */
  orphaned(): FlagRef[];
  /** The marks in view, measured now: for a frame in which something moved. */
  marks(): SpanMark[];
  /** The flags whose passage lies at a point of the viewport, the shortest first. Measures: for a pointer that rests. */
  flagsAt(x: number, y: number): FlagRef[];
  /** Lights up one passage, and no other; returns the box of it, null if it is not shown. */
  light(flag: FlagRef | null): Rect | null;
}

/** A passage on the page. `words` are what it showed when it was found: the page may have put others there. */
interface Shown extends FlagRef {
  severity: Severity;
  number: number;
  lane: number;
  range: Range;
  words: string;
}

/** One answer: what it was asked to show, and what came of it. */
interface Entry {
  block: Element;
  asked: string;
  shown: Shown[];
  orphaned: FlagRef[];
  /** The page changed while it was read: some passage has no range yet. */
  missed: boolean;
  scrollers: Element[] | null;
}

/** Takes everything away when the signal ends. */
export function createHighlights(window: Window & typeof globalThis, signal: AbortSignal): Highlights {
  const { document } = window;
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);
  let adopted = new Set<Document | ShadowRoot>();
  let entries = new Map<string, Entry>();
  signal.addEventListener('abort', () => {
    for (const name of names) CSS.highlights.delete(name);
    for (const root of adopted) drop(root);
    entries.clear();
  });

  /** A page that changes its theme may assign its own list of sheets: ours is put back whenever something is asked of us. */
  function adopt(): void {
    for (const root of adopted) if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  function drop(root: Document | ShadowRoot): void {
    const at = root.adoptedStyleSheets.indexOf(sheet);
    if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
  }

  const all = (): Shown[] => [...entries.values()].flatMap(({ shown }) => shown);

  function paint(): void {
    const shown = all();
    for (const severity of severities) {
      for (let lane = 0; lane < lanes; lane++) {
        const ranges = shown.filter((one) => one.severity === severity && one.lane === lane).map(({ range }) => range);
        const highlight = Object.assign(new Highlight(...ranges), { priority: severities.indexOf(severity) });
        if (ranges.length > 0) CSS.highlights.set(nameOf(severity, lane), highlight);
        else CSS.highlights.delete(nameOf(severity, lane));
      }
    }
  }

  return {
    show(items) {
      if (signal.aborted) return;
      const before = entries;
      const roots = new Set<Document | ShadowRoot>();
      entries = new Map();
      for (const { answer, flags } of items) {
        const [block] = answer.blocks;
        if (!block || !flags.some(({ span }) => span)) continue;
        const asked = JSON.stringify([answer.text, flags.map(({ id, severity, span }) => [id, severity, span])]);
        const known = before.get(answer.id);
        const isKnown = known?.block === block && known.asked === asked && isFresh(known);
        entries.set(answer.id, isKnown ? known : { block, asked, ...placed(answer, flags), scrollers: null });
        for (const root of [document, ...rootsAround(block)]) roots.add(root);
      }
      for (const root of adopted) if (!roots.has(root)) drop(root);
      adopted = roots;
      adopt();
      const isSame = before.size === entries.size && [...entries].every(([id, entry]) => before.get(id) === entry);
      if (!isSame) paint();
    },
    orphaned: () => [...entries.values()].flatMap(({ orphaned }) => orphaned),
    marks() {
      adopt();
      const viewport = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
      return [...entries.values()].flatMap((entry) => {
        const box = entry.block.getBoundingClientRect();
        if (box.bottom < 0 || box.top > viewport.height) return [];
        const clip = clipOf((entry.scrollers ??= scrollersOf(entry.block)), viewport);
        return entry.shown.flatMap(({ answerId, flagId, number, severity, range }) => {
          const end = endOf(range);
          if (!end || !overlaps(end.rect, clip)) return [];
          return [{ answerId, flagId, number, severity, ...end }];
        });
      });
    },
    flagsAt(x, y) {
      adopt();
      const hit = document.elementFromPoint(x, y);
      if (!hit) return [];
      return [...entries.values()]
        .filter(({ block }) => isAround(block, hit) || isAround(hit, block))
        .flatMap(({ shown }) => shown.filter(({ range }) => holdsPoint(range, x, y)))
        .toSorted((a, b) => a.words.length - b.words.length)
        .map(({ answerId, flagId }) => ({ answerId, flagId }));
    },
    light(flag) {
      CSS.highlights.delete(lit);
      const one = flag && all().find(({ answerId, flagId }) => answerId === flag.answerId && flagId === flag.flagId);
      if (!one || signal.aborted) return null;
      CSS.highlights.set(lit, Object.assign(new Highlight(one.range), { priority: severities.length }));
      const { x, y, width, height } = one.range.getBoundingClientRect();
      return { x, y, width, height };
    },
  };
}

/** Finds the passages, numbers them in the order of the text, and puts those that overlap into lines of their own. */
function placed(answer: FoundAnswer, flags: Flag[]): Pick<Entry, 'shown' | 'orphaned' | 'missed'> {
  const { text, map } = answer.read();
  const orphaned: FlagRef[] = [];
  const places = flags
    .flatMap(({ id: flagId, severity, span }) => {
      if (!span) return [];
      const ref = { answerId: answer.id, flagId };
      const place = find(text, span);
      if (!place) orphaned.push(ref);
      return place ? [{ ...ref, severity, ...place }] : [];
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const lane = lanesOf(places);
  const shown = places.flatMap(({ start, end, ...flag }, index): Shown[] => {
    const range = map.range(start, end);
    return range ? [{ ...flag, number: index + 1, lane: lane[index]!, range, words: range.toString() }] : [];
  });
  return { shown, orphaned, missed: shown.length < places.length };
}

/** Does all of it stand where it was found? A live range shrinks when the page takes its nodes away. */
const isFresh = ({ shown, missed }: Entry): boolean =>
  !missed && shown.every(({ range, words }) => range.startContainer.isConnected && !range.collapsed && range.toString() === words);

const overlaps = (rect: Rect, clip: Rect): boolean =>
  rect.x >= clip.x && rect.x <= clip.x + clip.width && rect.y + rect.height > clip.y && rect.y < clip.y + clip.height;
