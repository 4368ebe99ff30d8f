// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayOf, dayStart } from '../../../components/dashboard/days.ts';
import { ComparisonDetail, type CompareAct } from '../../../components/dashboard/ComparisonDetail.tsx';
import type { ErasingProps } from '../../../components/dashboard/Erasing.tsx';
import { Detail, type ShownReview } from '../../../components/dashboard/Detail.tsx';
import { ExportChoices } from '../../../components/dashboard/ExportChoices.tsx';
import { ExportPane } from '../../../components/dashboard/ExportPane.tsx';
import { ExportResult } from '../../../components/dashboard/ExportResult.tsx';
import { plainChoices } from '../../../entrypoints/dashboard/choices.ts';
import { Filters, isNarrow } from '../../../components/dashboard/Filters.tsx';
import { Writing } from '../../../components/dashboard/Writing.tsx';
import { FlagTags } from '../../../components/review/Tags.tsx';
import { editor } from '../../../lib/i18n/locales/en/editor.ts';
import { formats } from '../../../lib/i18n/locales/en/formats.ts';
import { overlay } from '../../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { privacy } from '../../../lib/i18n/locales/en/privacy.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { answer, compared, flag, review } from '../sample.ts';

let root: HTMLElement;
const draw = (node: VNode | null) => act(async () => render(node, root));
const button = (name: string) => {
  const found = [...root.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name);
  if (!found) throw new Error(`There is no button "${name}"`);
  return found;
};
const press = (name: string) => act(async () => button(name).click());

beforeEach(() => {
  speak('en', editor, formats, overlay, pages, privacy);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  await draw(null);
  root.remove();
  vi.useRealTimers();
});

const erasing: ErasingProps = {
  state: { at: 'rest', said: null },
  onAsk: () => {},
  onErase: () => {},
  onLeave: () => {},
  onUndo: () => {},
  onNow: () => {},
  onHold: () => {},
};

test('days and moments go there and back', () => {
  expect(dayOf(dayStart('2026-03-29'))).toBe('2026-03-29');
  expect(dayOf(dayStart('2026-03-29', 1), -1)).toBe('2026-03-29');
  expect(dayStart('')).toBeUndefined();
  expect(dayOf(undefined)).toBe('');
});

test('in a list the worst flags are told, and how many others there are', async () => {
  const flags = (['minor', 'critical', 'minor', 'major', 'critical'] as const).map((severity) => ({ severity }));
  const tags = () => [...root.querySelectorAll('.tag')].map(({ textContent }) => textContent);
  await draw(<FlagTags flags={flags} />);
  expect(tags()).toEqual(['2 critical flags', '1 major flag', '2 minor flags']);
  await draw(<FlagTags flags={flags} short />);
  expect(tags()).toEqual(['2 critical flags', '+3']);
  expect(root.querySelector('[title]')?.getAttribute('title')).toBe('1 major flag, 2 minor flags');
  await draw(<FlagTags flags={flags.slice(0, 1)} short />);
  expect(tags()).toEqual(['1 minor flag']);
});

test('a filter is what was chosen, and nothing that does not restrict', async () => {
  const onFilter = vi.fn();
  await draw(
    <Filters
      filter={{ verdict: ['up'] }}
      facets={{
        sites: { chatgpt: 3 },
        flags: { wrong: 1 },
        verdicts: { up: 2 },
        models: { 'gpt-5': 2 },
        reviewers: { Ann: 1 },
        tags: { urgent: 1 },
      }}
      onFilter={onFilter}
    />,
  );
  await act(async () => root.querySelector<HTMLInputElement>('input[value=chatgpt]')?.click());
  expect(onFilter).toHaveBeenLastCalledWith({ verdict: ['up'], site: ['chatgpt'] });
  await act(async () => root.querySelector<HTMLInputElement>('input[value=gpt-5]')?.click());
  expect(onFilter).toHaveBeenLastCalledWith({ verdict: ['up'], model: ['gpt-5'] });
  await act(async () => root.querySelector<HTMLInputElement>('input[value=Ann]')?.click());
  expect(onFilter).toHaveBeenLastCalledWith({ verdict: ['up'], reviewer: ['Ann'] });
  await act(async () => root.querySelector<HTMLInputElement>('input[value=urgent]')?.click());
  expect(onFilter).toHaveBeenLastCalledWith({ verdict: ['up'], tag: ['urgent'] });
  await act(async () => root.querySelector<HTMLInputElement>('input[value=up]')?.click());
  expect(onFilter).toHaveBeenLastCalledWith({});
  expect(isNarrow({ text: '', site: [] })).toBe(false);
});

const shown = (parts: Partial<ShownReview> = {}): ShownReview => ({
  answer: answer(),
  revisions: [review({ rating: 1, flags: [flag()] })],
  draft: null,
  comparisons: [],
  delivery: [],
  ...parts,
});

test('each button of a review is one act, and says what went wrong', async () => {
  const onChange = vi.fn(async () => null as string | null);
  await draw(<Detail review={shown()} tags={{}} onChange={onChange} onCompare={async () => null} onClose={() => {}} erasing={erasing} />);
  await press('Good answer');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'rate', rating: null }, 'rate');
  await press('Remove flag: Factually wrong');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'unflag', flagId: 'f1' }, 'unflag');
  onChange.mockResolvedValueOnce('The disk is full.');
  await press('Delete review');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'withdraw' }, 'delete');
  expect(root.querySelector('[role=alert]')?.textContent).toBe('The disk is full.');
});

const field = () => root.querySelector<HTMLInputElement>('.tag-field input')!;
const enter = (value: string, inputType = 'insertText') =>
  act(async () => {
    field().value = value;
    field().dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
  });
const key = (name: string) =>
  act(async () => void field().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })));

test('tags are typed, pasted, chosen and taken off, each as one act; what is used already is written alike', async () => {
  const onChange = vi.fn(async () => null as string | null);
  const onClose = vi.fn();
  const revisions = [review({ rating: 1, tags: ['mine'] })];
  await draw(
    <Detail
      review={shown({ revisions })}
      tags={{ mine: 1, Urgent: 2, later: 9 }}
      onChange={onChange}
      onCompare={async () => null}
      onClose={onClose}
      erasing={erasing}
    />,
  );
  expect([...root.querySelectorAll('option')].map((one) => one.value)).toEqual(['later', 'Urgent']);
  await enter('  urgent ');
  expect(onChange).not.toHaveBeenCalled();
  await key('Enter');
  expect(onChange.mock.calls).toEqual([[{ kind: 'tag', tag: 'Urgent' }, 'tag']]);
  expect(field().value).toBe('');
  await enter('later', 'insertReplacementText');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'tag', tag: 'later' }, 'tag');
  onChange.mockClear();
  await enter('eins,zwei، mine', 'insertFromPaste');
  expect(onChange.mock.calls).toEqual([
    [{ kind: 'tag', tag: 'eins' }, 'tag'],
    [{ kind: 'tag', tag: 'zwei' }, 'tag'],
  ]);
  await enter('half');
  await key('Escape');
  expect(field().value).toBe('');
  expect(onClose).not.toHaveBeenCalled();
  await key('Escape');
  expect(onClose).toHaveBeenCalledOnce();
  onChange.mockResolvedValueOnce('The disk is full.');
  await enter('kept');
  await key('Enter');
  await act(async () => void (await onChange.mock.results.at(-1)?.value));
  expect(field().value).toBe('kept');
  expect(root.querySelector('[role=alert]')?.textContent).toBe('The disk is full.');
  await press('Remove the tag mine');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'untag', tag: 'mine' }, 'untag');
});

test('a deleted review can only be restored, to what it said last', async () => {
  const onChange = vi.fn(async () => null);
  const revisions = [review({ rating: 1 }), review({ revision: 2, status: 'withdrawn' })];
  await draw(
    <Detail
      review={shown({ revisions })}
      tags={{}}
      onChange={onChange}
      onCompare={async () => null}
      onClose={() => {}}
      erasing={erasing}
    />,
  );
  expect(root.textContent).not.toContain('Delete review');
  await press('Restore review');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'undo', toRevision: 1 }, 'restore');
});

const choose = (value: string) => act(async () => root.querySelector<HTMLInputElement>(`input[type=radio][value=${value}]`)?.click());
const told = () => vi.fn(async (_act: CompareAct) => null as string | null);
const captions = () => [...root.querySelectorAll('figcaption')].map((one) => one.firstElementChild?.textContent);

test('a comparison shows both texts, the choice and why; each can be changed', async () => {
  const item = { ...compared('second'), revisions: [compared('second').preference], delivery: [] };
  const onAct = told();
  await draw(<ComparisonDetail comparison={item} onAct={onAct} onClose={() => {}} erasing={erasing} />);
  expect(captions()).toEqual(['First answer', 'Second answer']);
  expect(root.querySelector('figure.better .words')?.textContent).toBe(item.answers[1].markdown);
  expect(root.textContent).toContain('It is true.');
  await choose('same');
  expect(onAct).toHaveBeenLastCalledWith({ kind: 'choose', better: 'same' });
  onAct.mockResolvedValueOnce('The disk is full.');
  await press('Delete comparison');
  expect(onAct).toHaveBeenLastCalledWith({ kind: 'delete' });
  expect(root.querySelector('[role=alert]')?.textContent).toBe('The disk is full.');
});

test('a deleted comparison can only be restored, to what it said last', async () => {
  const { preference, answers } = compared('first');
  const gone = { ...preference, revision: 2, status: 'withdrawn' as const, better: null, reason: '' };
  const onAct = told();
  await draw(
    <ComparisonDetail
      comparison={{ preference: gone, answers, revisions: [preference, gone], delivery: [] }}
      onAct={onAct}
      onClose={() => {}}
      erasing={erasing}
    />,
  );
  expect(root.querySelector('input, figure.better')).toBeNull();
  await press('Restore comparison');
  expect(onAct).toHaveBeenLastCalledWith({ kind: 'restore', toRevision: 1 });
});

test('in a review its answer comes first, whichever of the two it is', async () => {
  const item = compared('first');
  const onCompare = vi.fn(async () => null as string | null);
  const detail = shown({ answer: item.answers[1], comparisons: [item] });
  await draw(<Detail review={detail} tags={{}} onChange={async () => null} onCompare={onCompare} onClose={() => {}} erasing={erasing} />);
  expect(captions()).toEqual(['This answer', 'The other answer']);
  expect([...root.querySelectorAll('figure .words')].map((one) => one.textContent)).toEqual([
    item.answers[1].markdown,
    item.answers[0].markdown,
  ]);
  expect([...root.querySelectorAll('.choose label')].map((one) => one.textContent)).toEqual([
    'This answer',
    'The other answer',
    'Equally good',
  ]);
  await choose('second');
  expect(onCompare).toHaveBeenLastCalledWith(item, { kind: 'choose', better: 'second' });
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
    refused: [{ reason: 'no-prompt', n: 1, ids: ['r1'] }],
    masked: [{ kind: 'email' as const, n: 7 }],
    parts: null,
    unchosen: 3,
    labels: { good: 2, bad: 0, uneven: 'one' as const },
    first: ['{"prompt":1}'],
    hidden: 1,
    tokens: 1234,
  };
  const [onSave, onList, onMade, onCancel] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const rest = {
    formats: [{ id: 'csv', label: 'csv', reader: { id: 'people', name: null }, minimum: 10 }],
    format: 'csv',
    filtered: { there: false, on: false },
    saved: false,
    masked: { on: true, fixedBy: null },
    onMasked: vi.fn(),
    onFormat: () => {},
    onFiltered: () => {},
    choices: { made: plainChoices, providers: { openai: 4, '': 1 }, onMade },
    counted: null,
    listed: {},
    onList,
    onCancel,
    onAgain: vi.fn(),
    onCount: vi.fn(),
  };
  const uneven = { ...making, labels: { good: 9, bad: 1, uneven: 'lopsided' as const } };
  await draw(<ExportPane {...rest} making={{ ...uneven, files: [{ file: 'a.parquet', bytes: 9, rows: 2 }] }} onSave={onSave} />);
  expect(root.querySelector('.result')?.textContent).toContain('9 good, 1 bad');
  // A tokenizer reads no bytes.
  expect(root.querySelector('.result')?.textContent).not.toContain('Count exactly');
  await draw(<ExportPane {...rest} making={making} onSave={onSave} />);
  const words = root.querySelector('.result')?.textContent;
  expect(words).toContain('Count exactly');
  for (const part of [
    '2 rows',
    'asks for at least 10 rows',
    '1 review gives no row',
    'no prompt was found',
    'a.jsonl',
    '900 byte',
    '7 E-mail addresses',
    'Not asked for: 3',
    '1 is hidden here until your own review is final',
    'same label (2 good, 0 bad)',
    'About 1,234 tokens',
    '{"prompt":1}',
  ])
    expect(words).toContain(part);
  await act(async () => button('Save a.jsonl').click());
  expect(onSave).toHaveBeenCalledWith('a.jsonl');
  await act(async () => {
    for (const fold of root.querySelectorAll<HTMLDetailsElement>('.reasons details')) fold.dispatchEvent(new Event('toggle'));
  });
  expect(onList).not.toHaveBeenCalled();
  const reason = root.querySelector<HTMLDetailsElement>('.reasons details')!;
  reason.open = true;
  await act(async () => void reason.dispatchEvent(new Event('toggle')));
  expect(onList).toHaveBeenCalledWith(making.refused[0]);
  const listed = { 'no-prompt': { rows: [{ id: 'r1', excerpt: 'Why?' }], hidden: 2 } };
  await draw(<ExportPane {...rest} making={making} onSave={onSave} listed={listed} />);
  expect(root.querySelector('.reasons')?.textContent).toContain('2 are hidden here');
  expect([...root.querySelectorAll('.refused a')].map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
    ['#review/r1', 'Why?'],
  ]);
  const mask = () => root.querySelector('[role=switch]') as HTMLButtonElement;
  await act(async () => mask().click());
  expect(rest.onMasked).toHaveBeenCalledWith(false);
  await draw(<ExportPane {...rest} making={{ ...making, masked: null }} masked={{ on: false, fixedBy: null }} onSave={onSave} />);
  expect(root.textContent).toContain('all the personal data');
  await draw(<ExportPane {...rest} making={making} masked={{ on: false, fixedBy: 'organisation' }} onSave={onSave} />);
  expect([mask().disabled, mask().getAttribute('aria-checked')]).toEqual([true, 'true']);
  expect(root.textContent).toContain('Your organisation sets what is masked.');
});

test('an export is chosen in detail: what is typed comes out as whole percents that leave something to train', async () => {
  const onMade = vi.fn();
  const made = { ...plainChoices, split: { validation: 10, test: 10 }, providers: [] };
  await draw(<ExportChoices made={made} providers={{ openai: 4, '': 1 }} onMade={onMade} />);
  const [validation] = root.querySelectorAll<HTMLInputElement>('input[type=number]');
  if (!validation) throw new Error('no field');
  validation.value = '95.4';
  await act(async () => void validation.dispatchEvent(new Event('change', { bubbles: true })));
  expect(onMade).toHaveBeenLastCalledWith({ ...made, split: { validation: 89, test: 10 } });
  const boxes = [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  expect(boxes.map((box) => box.closest('label')?.textContent)).toEqual(['OpenAI4', 'Not known, or your own1']);
  await act(async () => boxes[1]?.click());
  expect(onMade).toHaveBeenLastCalledWith({ ...made, providers: [''] });
  await draw(<ExportChoices made={{ ...plainChoices, maxTokens: 4096 }} providers={{}} onMade={onMade} />);
  const [tokens] = root.querySelectorAll<HTMLInputElement>('input[type=number]');
  tokens!.value = '0';
  await act(async () => void tokens!.dispatchEvent(new Event('change', { bubbles: true })));
  expect(onMade).toHaveBeenLastCalledWith({ ...plainChoices, maxTokens: 1 });
});

test('an export that is being made can be cancelled, and made again', async () => {
  const [onCancel, onAgain] = [vi.fn(), vi.fn()];
  const rest = {
    saved: false,
    counted: null,
    listed: {},
    minimum: null,
    onSave: vi.fn(),
    onCount: vi.fn(),
    onList: vi.fn(),
    onCancel,
    onAgain,
  };
  await draw(<ExportResult {...rest} making={{ state: 'making', rows: 5 }} />);
  await act(async () => button('Cancel').click());
  expect(onCancel).toHaveBeenCalledOnce();
  await draw(<ExportResult {...rest} making={{ state: 'stopped' }} />);
  await act(async () => button('Make the files').click());
  expect(onAgain).toHaveBeenCalledOnce();
});
