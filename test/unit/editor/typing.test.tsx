// @vitest-environment happy-dom
/** What is typed is saved, whatever happens; and never half a composition. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Editor, type EditorProps } from '../../../components/editor/Editor.tsx';
import { editor } from '../../../lib/i18n/locales/en/editor.ts';
import { speak } from '../../../lib/i18n/text.ts';

let root: HTMLElement;
const field = () => root.querySelector('textarea') as HTMLTextAreaElement;
const state = () => root.querySelector('#state')?.textContent;

function mount(props: Partial<EditorProps> = {}) {
  const onDraft = vi.fn<EditorProps['onDraft']>(async () => null);
  const onDone = vi.fn<EditorProps['onDone']>(async () => null);
  const given = { mode: 'answer' as const, value: 'First.', stored: 'First.', original: 'First.', onDraft, onDone, ...props };
  void act(() => render(<Editor {...given} />, root));
  return { onDraft, onDone };
}
const fire = (target: EventTarget, event: Event) => act(() => void target.dispatchEvent(event));
async function put(value: string) {
  field().value = value;
  await fire(field(), new Event('input', { bubbles: true }));
}
const wait = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

beforeEach(() => {
  vi.useFakeTimers();
  speak('en', editor);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
  vi.useRealTimers();
});

test('a composition is saved when it ends, and not before; Escape and Enter that belong to it close nothing', async () => {
  const { onDraft, onDone } = mount();
  await put('First. Then');
  await fire(field(), new Event('compositionstart', { bubbles: true }));
  await wait(0);
  expect(onDraft.mock.calls, 'what stood there before').toEqual([['First. Then']]);
  await put('First. Thenに');
  await wait(5000);
  for (const init of [
    { key: 'Escape', isComposing: true },
    { key: 'Escape', keyCode: 229 },
    { key: 'Enter', ctrlKey: true, isComposing: true },
  ])
    await fire(field(), new KeyboardEvent('keydown', { ...init, bubbles: true }));
  await fire(window, new Event('pagehide'));
  await wait(0);
  expect(onDraft).toHaveBeenCalledTimes(1);
  expect(onDone).not.toHaveBeenCalled();
  await put('First. Then日本');
  await fire(field(), new Event('compositionend', { bubbles: true }));
  await wait(400);
  expect(onDraft.mock.calls.slice(1)).toEqual([['First. Then日本']]);
});

test('leaving the page saves at once', async () => {
  const { onDraft } = mount();
  await put('Not yet a pause');
  await fire(window, new Event('pagehide'));
  await wait(0);
  expect(onDraft.mock.calls).toEqual([['Not yet a pause']]);
});

test('what came back from a failed save is saved without a keystroke', async () => {
  const { onDraft } = mount({ value: 'Typed last time.', stored: 'First.', notice: 'Your draft of 10:42' });
  await wait(0);
  expect(onDraft.mock.calls).toEqual([['Typed last time.']]);
});

test('after a failure the same text is saved again, and so is a text that was saved before', async () => {
  const { onDraft } = mount({ value: 'First.' });
  onDraft.mockResolvedValueOnce(null).mockResolvedValueOnce({ words: 'The disk is full.' });
  await put('Second.');
  await wait(400);
  await put('Third.');
  await wait(400);
  expect(state()).toBe('The disk is full.');
  await put('First.');
  await wait(400);
  expect(onDraft.mock.calls.flat()).toEqual(['Second.', 'Third.', 'First.']);
  expect(state()).toBe('Saved');
});

test('a note counts near its end, is saved up to 10,000 characters, and says how many are too many', async () => {
  const { onDraft, onDone } = mount({ mode: 'note', value: '', stored: '', original: '' });
  const count = () => root.querySelector('.count')?.textContent;
  await put('x'.repeat(9000));
  await wait(400);
  expect(count()).toBeUndefined();
  await put('x'.repeat(9001));
  await wait(400);
  expect(count()).toBe('9,001 of 10,000 characters');
  await put('x'.repeat(10_214));
  await wait(400);
  expect(state()).toContain('10,214 of 10,000 characters');
  await act(() => root.querySelector<HTMLElement>('button.main')?.click());
  expect(onDraft).toHaveBeenCalledTimes(2);
  expect(onDone).not.toHaveBeenCalled();
});

test('half a character is named; characters without width are left alone', async () => {
  const { onDraft } = mount();
  await put('half \uD83D here');
  await wait(400);
  expect(state()).toBe(editor['editor.halfCharacter']);
  await put('a\u200Bb\u200Dc\uFEFF');
  await wait(400);
  expect(onDraft).toHaveBeenLastCalledWith('a\u200Bb\u200Dc\uFEFF');
  expect(state()).toBe('Saved');
});

test('when we were updated, the text can be copied', async () => {
  mount({ onDraft: async () => ({ words: editor['editor.gone'], gone: true }) });
  await put('Typed too late');
  await wait(400);
  expect(state()).toBe(editor['editor.gone']);
  expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent)).toContain(editor['editor.copy']);
});
