/** Puts a draft into the page's composer as if it had been pasted or typed there. It never presses a key and never sends. */
import { isTextField, type Composer } from './composer.ts';

/** Chat tools make a file of what is pasted when it is longer than 2,000 (LibreChat: 2,500, ChatGPT: 10,000) characters. */
const mostPasted = 1800;
/** Editors learn in a task of its own where the caret is, and ProseMirror looks again 20 ms after it has the focus. */
const settlesMs = 50;
/** So often, after that time each, an editor is asked whether the text has arrived. */
const looks = 20;

/** With the page's own side of the window, which only Firefox shows. */
type PageWindow = Window & typeof globalThis & { wrappedJSObject?: typeof globalThis };

/**
 * Adds the text after what stands in the composer, parted by an empty line, and gives it the focus. False where the text is not there
 * afterwards: a field that takes no more, or an editor that does not listen.
 */
export async function draft(composer: Composer, text: string): Promise<boolean> {
  return isTextField(composer) ? intoField(composer, text) : intoEditor(composer, text);
}

function intoField(field: HTMLTextAreaElement | HTMLInputElement, text: string): boolean {
  const { value: before } = field;
  // A field of one line drops line breaks without a trace.
  const added = field.localName === 'input' ? `${before.trim() === '' ? '' : ' '}${text.replaceAll(/\s*\n\s*/g, ' ')}` : gap(before) + text;
  if (field.maxLength >= 0 && before.length + added.length > field.maxLength) return false;
  field.focus();
  field.setSelectionRange(before.length, before.length);
  field.ownerDocument.execCommand('insertText', false, added);
  if (field.value !== before + added) {
    // Not through the page's own setter, by which React would take the text for its own: a script beside the page has another.
    field.value = before + added;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: added }));
  }
  field.setSelectionRange(field.value.length, field.value.length);
  field.scrollTop = field.scrollHeight;
  return squeezed(field.value) === squeezed(before + added);
}

async function intoEditor(host: HTMLElement, text: string): Promise<boolean> {
  const before = textOf(host);
  host.focus();
  caretToEnd(host);
  await pause();
  const parts = inParts(before.trim() === '' ? text : `\n\n${text}`);
  // Who takes what is pasted says so. Everybody else is an element that the browser itself edits.
  for (const part of parts) {
    if (!paste(host, part)) {
      host.ownerDocument.execCommand('insertText', false, part);
    }
    await pause();
  }
  const wanted = squeezed(text);
  for (let look = 0; look < looks && !squeezed(textOf(host)).includes(wanted); look++) await pause();
  return squeezed(textOf(host)).includes(wanted);
}

/** What parts a draft from what stands before it. */
const gap = (before: string): string => (before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n');

/** Cut before line ends, so that each part but the first begins with one. */
function inParts(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > mostPasted) {
    const end = rest.lastIndexOf('\n', mostPasted);
    // A line as long as that is one part: half a word must not become a line of its own.
    const cut = end > 0 ? end : rest.indexOf('\n', 1);
    if (cut < 0) break;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}

/** Hands the text to an editor as a paste. True where somebody took it. */
function paste(host: HTMLElement, text: string): boolean {
  const event = pasteEvent(host.ownerDocument.defaultView as PageWindow);
  const { clipboardData } = event;
  clipboardData?.setData('text/plain', text);
  // ProseMirror makes one line end of several in plain text; all others keep plain text as it is, and HTML less well.
  if (host.classList.contains('ProseMirror')) clipboardData?.setData('text/html', htmlOf(text));
  return !host.dispatchEvent(event);
}

/**
 * In Firefox the page reads nothing that a script beside it put into an event, unless the page's own constructor made it; and it makes
 * the `clipboardData` by itself.
 */
function pasteEvent(window: PageWindow): ClipboardEvent {
  const options = { bubbles: true, cancelable: true, composed: true };
  const page = window.wrappedJSObject;
  const { cloneInto } = globalThis as { cloneInto?: (value: object, scope: Window) => object };
  return page && cloneInto
    ? new page.ClipboardEvent('paste', cloneInto(options, window))
    : new ClipboardEvent('paste', { ...options, clipboardData: new DataTransfer() });
}

/** A paragraph a line, with all its white space. */
const htmlOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p style="white-space: pre-wrap">${line === '' ? '<br>' : escaped(line)}</p>`)
    .join('');

const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function caretToEnd(host: HTMLElement): void {
  const root = host.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  const selection = root.getSelection?.() ?? host.ownerDocument.getSelection();
  selection?.selectAllChildren(host);
  selection?.collapseToEnd();
}

/** The text of an editor without what cannot be edited in it, such as its placeholder. */
function textOf(host: HTMLElement): string {
  const walker = host.ownerDocument.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest('[contenteditable=false]')) text += node.nodeValue;
  return text;
}

/** Without white space and zero-width characters, which editors add and drop. */
const squeezed = (text: string): string => text.replaceAll(/[\s\u200B\u2060\uFEFF]+/g, '');

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, settlesMs));
