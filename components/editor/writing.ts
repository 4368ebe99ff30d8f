/** Writing into a field as a person does: the browser's own undo takes it back. */

/** Chromium takes 13 s to insert 87 kB of lines as typed text (its time grows with the square); this many UTF-16 units take less than 0.2 s. */
const slow = 8000;

/** Puts a text in place of all that the field holds. False where that was too much for the browser's own history: the caller keeps the step. */
export function writeAll(field: HTMLTextAreaElement, value: string): boolean {
  const { start, end, insert } = difference(field.value, value);
  field.focus();
  field.setSelectionRange(start, end);
  if (insert.length <= slow && end - start <= slow) {
    writeOver(field, insert);
    return true;
  }
  setOver(field, insert);
  return false;
}

/** The one stretch in which two texts differ; it begins and ends between characters. */
function difference(before: string, after: string): { start: number; end: number; insert: string } {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start += 1;
  if (isHigh(before, start - 1)) start -= 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (isHigh(before, before.length - tail - 1) || isHigh(after, after.length - tail - 1)) tail -= 1;
  tail = Math.max(0, tail);
  return { start, end: before.length - tail, insert: after.slice(start, after.length - tail) };
}

/** The first half of a surrogate pair. */
const isHigh = (text: string, at: number): boolean => at >= 0 && (text.charCodeAt(at) & 0xfc00) === 0xd800;

/** Puts a text in place of what is selected in the field. */
export function writeOver(field: HTMLTextAreaElement, value: string): void {
  // Deprecated, and still the one thing that writes into the field's own history.
  if (command(value === '' ? 'delete' : 'insertText', value)) return;
  setOver(field, value);
}

function setOver(field: HTMLTextAreaElement, value: string): void {
  field.setRangeText(value, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

/** Steps through the field's own history, as Ctrl+Z does. */
export function step(field: HTMLTextAreaElement, way: 'undo' | 'redo'): void {
  field.focus();
  command(way);
}

/** Selects all and puts it on the clipboard; works in a frame that has no clipboard of its own. */
export function copyAll(field: HTMLTextAreaElement): boolean {
  field.focus();
  field.select();
  return command('copy');
}

/** False where the browser has no such command, or could not do it. */
const command = (name: string, value?: string): boolean =>
  typeof document.execCommand === 'function' && document.execCommand(name, false, value);
