// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rows } from '../../../components/panels/Rows.tsx';

let root: HTMLElement;
const rows = () => [...root.querySelectorAll<HTMLElement>('.row')];
const stops = () => rows().flatMap((row) => (row.tabIndex === 0 ? [row.textContent] : []));
const draw = (ids: string[], onAbout?: (id: string) => void) =>
  render(
    <Rows
      name="Menu"
      rows={ids.map((id) => ({ id, words: id }))}
      onTake={vi.fn<() => void>()}
      drawn={() => {}}
      {...(onAbout ? { onAbout } : {})}
    />,
    root,
  );

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

test('Tab stops once: at the first row, then where the keyboard was last, wherever the pointer is', async () => {
  const about = vi.fn<(id: string) => void>();
  draw(['one', 'two', 'three'], about);
  expect(stops()).toEqual(['one']);
  rows()[1]!.focus();
  await vi.waitFor(() => expect(stops()).toEqual(['two']));
  rows()[2]!.dispatchEvent(new Event('pointerenter'));
  expect(about.mock.calls).toEqual([['two'], ['three']]);
  draw(['one', 'two', 'three']);
  expect(stops()).toEqual(['two']);
});

test('when that row is filtered away, at the first of those that are left; without rows there is no menu', async () => {
  draw(['one', 'two', 'three']);
  rows()[1]!.focus();
  await vi.waitFor(() => expect(stops()).toEqual(['two']));
  draw(['one', 'three']);
  expect(stops()).toEqual(['one']);
  draw([]);
  expect(root.querySelector('[role=menu]')).toBeNull();
});
