// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { createItem } from '../../../components/overlay/item.ts';
import type { OverlayState } from '../../../components/overlay/state.ts';
import { Numbers } from '../../../components/panels/Numbers.tsx';
import type { PanelCalls, PanelsState } from '../../../components/panels/state.ts';
import { Scores } from '../../../components/review/Scores.tsx';
import { wordsOf } from '../../../lib/i18n/rubric.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { defaultKeys } from '../../../lib/model/keys.ts';
import { defaultRubric } from '../../../lib/model/rubric.ts';
import { review } from '../sample.ts';

const drawn = vi.fn<() => void>();

test('numbers have the digits of the language: on marks, on passages, and as scores', () => {
  speak('ar-EG', {});
  const words = wordsOf(defaultRubric);
  const flags = ['a', 'b', 'c'].map((id) => ({ id, category: 'wrong', severity: 'major' as const }));
  const place = { x: 600, y: 100, open: 'end' as const, rail: { x: 632, y: 96, width: 248, height: 36 }, above: false };
  const item = createItem('one', { unfold: vi.fn<() => void>(), act: vi.fn<() => void>(), drawn });
  const about = { id: 'one', ordinal: 0, dark: false, review: review({ flags }), required: false, signs: [], unfolded: false, said: null };
  item.draw({ ...place, ...about }, { items: [], keys: defaultKeys, locked: {}, announcement: '' } satisfies OverlayState);
  expect(item.element.querySelector<HTMLElement>('.count')?.dataset.n).toBe('٣');

  const root = document.createElement('div');
  const number = { answerId: 'one', flagId: 'a', number: 12, severity: 'major' as const, category: 'wrong', x: 0, y: 0, dark: false };
  render(<Numbers numbers={[number]} state={{ words } as PanelsState} calls={{ drawn } as unknown as PanelCalls} />, root);
  expect(root.textContent).toBe('١٢');

  render(<Scores criteria={defaultRubric.criteria.slice(0, 1)} words={words.criterion} scores={{}} onScore={drawn} />, root);
  expect([...root.querySelectorAll('button')].map((button) => button.textContent)).toEqual(['١', '٢', '٣', '٤', '٥']);
});
