/** What the popup says was found in a tab of several frames. */
import { expect, test } from 'vitest';
import { foundIn } from '../../../components/popup/found.ts';
import type { InspectedAnswer, PageInspection } from '../../../lib/model/inspection.ts';

const answer = (parts: Partial<InspectedAnswer> = {}): InspectedAnswer => ({
  id: 'a',
  ordinal: 0,
  state: 'final',
  text: 'Yes.',
  markdown: 'Yes.',
  prompt: null,
  provider: null,
  model: null,
  messageId: null,
  conversationId: null,
  detectedBy: { kind: 'generic', id: 'generic', score: 9, reasons: [] },
  variant: null,
  promptComplete: true,
  evidence: [],
  rect: { x: 0, y: 0, width: 1, height: 1 },
  controls: null,
  review: null,
  ...parts,
});
const frame = (parts: Partial<PageInspection> = {}): PageInspection => ({
  url: 'https://chat.example/',
  frame: 'top',
  surface: 'none',
  site: 'generic',
  score: 0,
  reasons: [],
  answers: [],
  evidence: [],
  ...parts,
});

test('where no frame answers, nothing is known', () => {
  expect(foundIn([])).toBeNull();
});

test('counts go over all frames; only final reviews and finished answers count', () => {
  const top = frame({ answers: [answer({ review: { status: 'final' } }), answer({ state: 'streaming' })] });
  const child = frame({ frame: 'child', answers: [answer({ review: { status: 'draft' } }), answer({ review: { status: 'withdrawn' } })] });
  expect(foundIn([top, child])).toMatchObject({ answers: 3, streaming: 1, reviewed: 1 });
});

test('the reasons are those of the frame with the answers, not of the page around it', () => {
  const top = frame({ score: 3, reasons: ['two speakers take turns'] });
  const child = frame({ frame: 'child', surface: 'chat', score: 9, reasons: ['messages are named “assistant”'], answers: [answer()] });
  expect(foundIn([top, child])).toMatchObject({ surface: 'chat', reasons: child.reasons });
});

test('without answers, the frame that came nearest says why not', () => {
  const top = frame({ score: 1, reasons: ['the address is a chat’s'] });
  const child = frame({ frame: 'child', score: 5, reasons: ['two speakers take turns'] });
  expect(foundIn([top, child])).toMatchObject({ answers: 0, reasons: child.reasons });
});
