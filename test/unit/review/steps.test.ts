import { expect, test } from 'vitest';
import { emptyJudgement, type Judgement } from '../../../lib/model/review.ts';
import { applyChange } from '../../../lib/review/apply.ts';
import { stepsTo } from '../../../lib/review/steps.ts';
import { flag } from '../sample.ts';

const said: Judgement = {
  ...emptyJudgement(),
  rating: -1,
  flags: [flag(), flag({ id: 'f2', note: 'why' })],
  correction: { markdown: 'Better.' },
  decision: 'reject',
  note: 'a note',
};
const applied = (from: Judgement, to: Judgement) => stepsTo(from, to).reduce((now, step) => applyChange(now, step), from);

test('the steps lead from nothing to everything, and back', () => {
  expect(applied(emptyJudgement(), said)).toEqual(said);
  expect(applied(said, emptyJudgement())).toEqual(emptyJudgement());
});

test('what is the same needs no step; a flag that changed is set again', () => {
  expect(stepsTo(said, structuredClone(said))).toEqual([]);
  const changed = { ...said, flags: [flag({ severity: 'minor' }), flag({ id: 'f2', note: 'why' })] };
  expect(stepsTo(said, changed)).toEqual([{ kind: 'flag', flag: flag({ severity: 'minor' }) }]);
});
