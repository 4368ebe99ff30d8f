/** Answers that are no turns of a chat: blocks that evidence speaks of, and passages that a person selected. */
import { answerId } from '../capture/identity.ts';
import { holds, order } from '../capture/offsets.ts';
import { read } from '../capture/read.ts';
import { coverOf } from '../capture/within.ts';
import type { DetectedBy, Evidence } from '../model/answer.ts';
import type { EvidenceFinder, FoundEvidence, PassageKeeper } from '../model/evidence.ts';
import type { FoundAnswer, PageView, Reading } from '../model/view.ts';

/** Evidence of these strengths says something about the block itself; a weaker one about its sources only. */
const telling = new Set<Evidence['strength']>(['cryptographic', 'declared', 'labelled', 'residue']);

/** Kept for one frame until the signal ends; `onChange` is called when a passage changed in the page. */
export class Passages implements PassageKeeper {
  #evidence: FoundEvidence[] = [];
  #marked: Passage[] = [];
  #selected: Passage[] = [];
  readonly #observer: MutationObserver;

  constructor(
    readonly document: Document,
    private readonly find: EvidenceFinder,
    onChange: () => void,
    signal: AbortSignal,
  ) {
    this.#observer = new MutationObserver((records) => {
      for (const passage of this.#all()) if (records.some(({ target }) => passage.touches(target))) passage.stale = true;
      onChange();
    });
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** What the finder sees now takes the place of what it saw before. */
  look(): number {
    const found = this.find(this.document);
    this.#evidence = found;
    const blocks = outermost(found.filter(({ ai, strength }) => ai && telling.has(strength)).flatMap((one) => this.#blockOf(one) ?? []));
    this.#marked = blocks.map((block) => {
      const own = found.filter((one) => one.ai && holds(block, this.#blockOf(one)));
      const known = this.#marked.find(({ blocks: [before] }) => before === block);
      if (known) known.evidence = own;
      return known ?? new Passage(this.document, [block], own, detected('evidence', own));
    });
    this.#watch();
    return found.filter(({ ai }) => ai).length;
  }

  select(range: Range): FoundAnswer | null {
    const next = new Passage(this.document, blocksOf(range), [], detected('selection', []), range.cloneRange());
    if (next.blocks.length === 0 || next.text.trim() === '') return null;
    const same = this.#selected.find(({ id }) => id === next.id);
    if (same) return same;
    this.#selected.push(next);
    this.#watch();
    return next;
  }

  /** One walk over the page for all. */
  restore(texts: readonly string[]): string[] {
    if (texts.length === 0) return [];
    const { text, map } = read([this.document.body]);
    return texts.filter((wanted) => {
      const at = text.indexOf(wanted);
      const range = at < 0 ? null : map.range(at, at + wanted.length);
      return !range || !this.select(range);
    });
  }

  /** Evidence inside a chat's answers makes no second answer of them. */
  join(view: PageView): PageView {
    const chat = view.answers;
    const passages = this.#all().filter(
      (passage) =>
        passage.blocks.every(({ isConnected }) => isConnected) &&
        passage.text !== '' &&
        (passage.detectedBy.kind === 'selection' || !chat.some(({ element }) => holds(element, passage.element))),
    );
    passages.forEach((passage, ordinal) => (passage.message.ordinal = chat.length + ordinal));
    const answers = [...chat, ...passages].toSorted((a, b) => order(a.element, b.element));
    const surface = view.surface === 'none' && (passages.length > 0 || this.#evidence.length > 0) ? 'page' : view.surface;
    return {
      ...view,
      surface,
      site: surface === 'page' && view.answers.length === 0 ? 'page' : view.site,
      evidence: [...view.evidence, ...this.#evidence],
      answers,
    };
  }

  #all(): Passage[] {
    return [...this.#marked, ...this.#selected];
  }

  /** What the whole page says is about its one main block. */
  #blockOf({ element }: FoundEvidence): Element | null {
    if (element && element !== this.document.body && element !== this.document.documentElement) return element;
    const mains = this.document.querySelectorAll('main, article');
    return mains.length === 1 ? mains[0]! : null;
  }

  #watch(): void {
    this.#observer.disconnect();
    for (const { element } of this.#all()) this.#observer.observe(element, { childList: true, characterData: true, subtree: true });
  }
}

class Passage implements FoundAnswer {
  readonly site = 'page';
  readonly state = 'final';
  readonly conversation = { id: null };
  readonly message = { id: null, ordinal: 0, variant: null };
  readonly provider = null;
  readonly model = null;
  readonly prompt = [];
  readonly promptComplete = false;
  readonly thinking = null;
  readonly url: string;
  readonly title: string;
  readonly element: Element;
  stale = true;
  #reading: Reading | null = null;
  #id = '';

  constructor(
    private readonly document: Document,
    readonly blocks: Element[],
    public evidence: Evidence[],
    readonly detectedBy: DetectedBy,
    private readonly within?: Range,
  ) {
    this.url = document.location.href;
    this.title = document.title;
    this.element = blocks[0] ?? document.documentElement;
  }

  get text(): string {
    return this.#known().text;
  }

  get id(): string {
    this.#known();
    return this.#id;
  }

  read(): Reading {
    this.stale = true;
    return this.#known();
  }

  touches(node: Node): boolean {
    return this.blocks.some((block) => holds(block, node));
  }

  #known(): Reading {
    if (this.#reading && !this.stale) return this.#reading;
    this.#reading = read(this.blocks, '', this.within && coverOf(this.within));
    this.stale = false;
    const { text } = this.#reading;
    this.#id = answerId({ origin: this.document.location.origin, messageId: null, prompt: null, text });
    return this.#reading;
  }
}

const detected = (kind: 'evidence' | 'selection', evidence: readonly Evidence[]): DetectedBy => ({
  kind,
  id: evidence[0]?.rule ?? kind,
  score: evidence.length,
  reasons: [],
});

/** Without those that stand in another one. */
function outermost(elements: readonly Element[]): Element[] {
  const all = [...new Set(elements)];
  return all.filter((element) => !all.some((other) => other !== element && holds(other, element)));
}

/** The blocks that a range touches: the lowest element around it, or that element's children where only some are touched. */
function blocksOf(range: Range): Element[] {
  const around = range.commonAncestorContainer;
  const element = around.nodeType === 1 ? (around as Element) : around.parentElement;
  if (!element) return [];
  // An item without its list has no number, a cell without its table no row.
  const whole = element.closest('ul, ol, dl, table, pre');
  if (whole) return [whole];
  const touched = [...element.children].filter((child) => range.intersectsNode(child));
  const plain = [...element.childNodes].some(
    (node) => node.nodeType === 3 && (node as Text).data.trim() !== '' && range.intersectsNode(node),
  );
  return plain || touched.length === 0 || touched.length === element.children.length ? [element] : touched;
}
