// @vitest-environment happy-dom
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
  const given = {
    mode: 'answer' as const,
    value: 'Paris is in Spain.',
    stored: 'Paris is in Spain.',
    original: 'Paris is in Spain.',
    onDraft,
    onDone,
    ...props,
  };
  void act(() => render(<Editor {...given} />, root));
  return { onDraft, onDone };
}
async function type(value: string, wait = 400) {
  await act(() => {
    field().value = value;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    await vi.advanceTimersByTimeAsync(wait);
  });
}

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

test('each pause saves once, and says so', async () => {
  const { onDraft } = mount();
  await type('Paris', 100);
  expect(onDraft).not.toHaveBeenCalled();
  await type('Paris is in France.');
  expect(onDraft.mock.calls).toEqual([['Paris is in France.']]);
  expect(state()).toBe('Saved');
  expect([...root.querySelectorAll('del, ins')].map((node) => [node.localName, node.textContent])).toEqual([
    ['del', 'Spain'],
    ['ins', 'France'],
  ]);
});

test('what went wrong stands where "Saved" would, and the editor stays open', async () => {
  const { onDone } = mount({ onDraft: async () => ({ words: 'A correction needs some text.' }) });
  await type('');
  expect(state()).toBe('A correction needs some text.');
  await act(() => root.querySelector<HTMLElement>('button.main')?.click());
  expect(onDone).not.toHaveBeenCalled();
  expect(field().getAttribute('aria-invalid')).toBe('true');
});

test('Escape saves what is not saved yet, and is done', async () => {
  const { onDraft, onDone } = mount();
  await type('Paris is in France.', 0);
  await act(async () => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await vi.advanceTimersByTimeAsync(0);
  });
  expect(onDraft.mock.calls).toEqual([['Paris is in France.']]);
  expect(onDone).toHaveBeenCalledTimes(1);
});

test('the original can be restored', async () => {
  mount({ value: 'Paris is in France.', stored: 'Paris is in France.' });
  const restore = root.querySelector<HTMLButtonElement>('footer button.quiet');
  expect(restore?.disabled).toBe(false);
  await act(() => restore?.click());
  expect(field().value).toBe('Paris is in Spain.');
});
