/** The field in which a person writes to the model, among all fields of a page. Reads only. */
import { holds, hostOf, order } from '../capture/offsets.ts';
import { rootOf } from '../capture/roots.ts';

export type Composer = HTMLTextAreaElement | HTMLInputElement | HTMLElement;

const fields = 'textarea,input:not([type]),input[type=text],[contenteditable]';
/** Said by a field, or by what holds it, that is for something else. */
const elsewhere = /search|filter|rename|suche|buscar|pesquis|recherche|検索|搜索|بحث/i;
/** Smaller than this, in CSS px, nobody writes in it: editors hide a field for what is pasted. */
const smallest = { width: 60, height: 10 };

/**
 * The composer of the conversation that holds the element `near`: visible, writable, no search field, also inside shadow roots. `blocks`
 * are those of all answers in document order: a field between them is where an older message is edited. Null where there is none.
 */
export function findComposer(document: Document, blocks: readonly Element[], near: Element | undefined): Composer | null {
  const shown = blocks.filter(({ isConnected }) => isConnected);
  const found = fieldsIn(document).flatMap((field) => {
    if (shown.some((block) => holds(block, field)) || !isForWriting(field)) return [];
    const before = shown.findLast((block) => order(block, field) < 0);
    const after = shown.find((block) => order(field, block) < 0);
    // What comes after may be another conversation, farther off.
    const ends = !after || (before !== undefined && shared(field, before) > shared(field, after));
    if (before && !ends) return [];
    return [{ field, ends, near: near?.isConnected ? shared(field, near) : 0, bottom: field.getBoundingClientRect().bottom }];
  });
  // Most stand below their conversation; some where the newest answer comes first.
  const [best] = found.toSorted(
    (one, other) => Number(other.ends) - Number(one.ends) || other.near - one.near || other.bottom - one.bottom,
  );
  return best?.field ?? null;
}

/** Fields of a tree and of the shadow roots in it, in document order of each root. */
function fieldsIn(root: Document | ShadowRoot): Composer[] {
  const found = [...root.querySelectorAll<HTMLElement>(fields)];
  for (const element of root.querySelectorAll('*')) {
    const inner = rootOf(element);
    if (inner) found.push(...fieldsIn(inner));
  }
  return found;
}

function isForWriting(field: Composer): boolean {
  if (isTextField(field) ? field.disabled || field.readOnly : !isEditingHost(field)) return false;
  const said = ['type', 'role', 'name', 'placeholder', 'aria-label', 'data-placeholder', 'inputmode'];
  // Nobody searches in several lines, whatever the field is called.
  const looks = field.localName === 'textarea' ? ['role', 'placeholder', 'aria-label'] : said;
  if (looks.some((name) => elsewhere.test(field.getAttribute(name) ?? ''))) return false;
  if (field.closest('[aria-hidden=true],[inert],[aria-disabled=true],[aria-readonly=true],[role=search],search')) return false;
  const { width, height } = field.getBoundingClientRect();
  return width >= smallest.width && height >= smallest.height && getComputedStyle(field).visibility === 'visible';
}

/** True for a field whose text is its `value`. */
export const isTextField = (field: Element): field is HTMLTextAreaElement | HTMLInputElement =>
  field.localName === 'textarea' || field.localName === 'input';

/** The element at which editing begins, not one that is editable because its parent is. */
const isEditingHost = (element: HTMLElement): boolean => element.isContentEditable && !element.parentElement?.isContentEditable;

/** How deep the nearest element stands that holds both, through shadow roots: the deeper, the nearer they are to each other. */
function shared(field: Element, block: Element): number {
  const above = new Set(chain(field));
  const ways = chain(block);
  return ways.length - ways.findIndex((node) => above.has(node));
}

function chain(node: Node): Node[] {
  const all: Node[] = [];
  for (let at: Node | null = node; at; at = at.parentNode ?? hostOf(at)) all.push(at);
  return all;
}
