// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayOf, dayStart } from '../../../components/dashboard/days.ts';
import { Detail, type ShownReview } from '../../../components/dashboard/Detail.tsx';
import { ExportPane } from '../../../components/dashboard/ExportPane.tsx';
import { Filters, isNarrow } from '../../../components/dashboard/Filters.tsx';
import { Writing } from '../../../components/dashboard/Writing.tsx';
import { overlay } from '../../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { answer, flag, review } from '../sample.ts';

let root: HTMLElement;
const draw = (node: VNode | null) => act(async () => render(node, root));
const button = (name: string) => {
  const found = [...root.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name);
  if (!found) throw new Error(`There is no button "${name}"`);
  return found;
};
const press = (name: string) => act(async () => button(name).click());

beforeEach(() => {
  speak('en', overlay, pages);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  await draw(null);
  root.remove();
  vi.useRealTimers();
});

test('days and moments go there and back', () => {
  expect(dayOf(dayStart('2026-03-29'))).toBe('2026-03-29');
  expect(dayOf(dayStart('2026-03-29', 1), -1)).toBe('2026-03-29');
  expect(dayStart('')).toBeUndefined();
  expect(dayOf(undefined)).toBe('');
});

test('a filter is what was chosen, and nothing that does not restrict', async () => {
  const onFilter = vi.fn();
  await draw(
    <Filters
      filter={{ verdict: ['up'] }}
      facets={{ sites: { chatgpt: 3 }, flags: { wrong: 1 }, verdicts: { up: 2 } }}
      onFilter={onFilter}
    />,
  );
  await act(async () => root.querySelector<HTMLInputElement>('input[value=chatgpt]')?.click());
  expect(onFilter).toHaveBeenLastCalledWith({ verdict: ['up'], site: ['chatgpt'] });
  await act(async () => root.querySelector<HTMLInputElement>('input[value=up]')?.click());
  expect(onFilter).toHaveBeenLastCalledWith({});
  expect(isNarrow({ text: '', site: [] })).toBe(false);
});

const shown = (parts: Partial<ShownReview> = {}): ShownReview => ({
  answer: answer(),
  revisions: [review({ rating: 1, flags: [flag()] })],
  draft: null,
  delivery: [],
  ...parts,
});

test('each button of a review is one act, and says what went wrong', async () => {
  const onChange = vi.fn(async () => null as string | null);
  await draw(<Detail review={shown()} onChange={onChange} onClose={() => {}} />);
  await press('Good answer');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'rate', rating: null }, 'rate');
  await press('Remove flag: Factually wrong');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'unflag', flagId: 'f1' }, 'unflag');
  onChange.mockResolvedValueOnce('The disk is full.');
  await press('Delete review');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'withdraw' }, 'delete');
  expect(root.querySelector('[role=alert]')?.textContent).toBe('The disk is full.');
});

test('a deleted review can only be restored, to what it said last', async () => {
  const onChange = vi.fn(async () => null);
  const revisions = [review({ rating: 1 }), review({ revision: 2, status: 'withdrawn' })];
  await draw(<Detail review={shown({ revisions })} onChange={onChange} onClose={() => {}} />);
  expect(root.textContent).not.toContain('Delete review');
  await press('Restore review');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'undo', toRevision: 1 }, 'restore');
});

test('what is written is final when its place closes, with what was typed last', async () => {
  vi.useFakeTimers();
  const told: string[] = [];
  await draw(
    <Writing
      label="Note"
      rows={3}
      value=""
      onDraft={async (value) => (told.push(value), null)}
      onFinish={async () => (told.push('finished'), null)}
      onClose={() => {}}
    />,
  );
  await act(() => {
    const field = root.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Check this';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await draw(null);
  await vi.runAllTimersAsync();
  expect(told).toEqual(['Check this', 'finished']);
});

test('an export says how many rows it gives, and how many reviews give none and why', async () => {
  const making = {
    state: 'made' as const,
    rows: 2,
    files: [{ file: 'a.jsonl', bytes: 900, rows: 2 }],
    refused: [{ reason: 'no-prompt', n: 1 }],
  };
  const onSave = vi.fn();
  const rest = {
    formats: ['csv'],
    format: 'csv',
    filtered: { there: false, on: false },
    saved: false,
    onFormat: () => {},
    onFiltered: () => {},
  };
  await draw(<ExportPane {...rest} making={making} onSave={onSave} />);
  const words = root.querySelector('.result')?.textContent;
  for (const part of ['2 rows', '1 review gives no row', 'no prompt was found', 'a.jsonl', '900 byte']) expect(words).toContain(part);
  await act(async () => button('Save a.jsonl').click());
  expect(onSave).toHaveBeenCalledWith('a.jsonl');
});
