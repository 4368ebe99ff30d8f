/** A desk for the sample answer: the real controls, and reviews that are kept nowhere. */
import { read } from '../../lib/capture/read.ts';
import { writeMarkdown } from '../../lib/markdown/write.ts';
import type { Calls, WrittenAnswer } from '../../lib/messaging/protocol.ts';
import type { send } from '../../lib/messaging/send.ts';
import type { Controls, EditorWish } from '../../lib/model/controls.ts';
import { defaultKeys } from '../../lib/model/keys.ts';
import { defaultPolicy } from '../../lib/model/policy.ts';
import { ok } from '../../lib/model/result.ts';
import { emptyJudgement, type Review, type ReviewChange } from '../../lib/model/review.ts';
import type { FoundAnswer } from '../../lib/model/view.ts';
import { createKeys } from '../../lib/overlay/keys.ts';
import { applyChange, isEmpty } from '../../lib/review/apply.ts';
import { capture } from '../controls/capture.ts';
import { createControls } from '../controls/controls.ts';
import { createPanels } from '../panels/panels.tsx';

export interface Sample {
  element: HTMLElement;
  prompt: string;
  /** Something was reviewed. */
  onReview: (review: Review) => void;
  signal: AbortSignal;
}

/** Mounts the controls beside the sample. */
export function mountSample({ element, prompt, onReview, signal }: Sample): Controls {
  globalThis.bluepencilPanels = (options) =>
    createPanels({
      ...options,
      openEditor(shown, wish) {
        globalThis.bluepencilSample = editing(shown, wish);
        return Promise.resolve(ok({ nonce: 'sample', src: '/editor.html#sample' }));
      },
    });
  const answer = sampleAnswer(element, prompt);
  const revisions: Review[] = [];
  const newest = (): Review | null => revisions.at(-1) ?? null;

  function change(what: ReviewChange): void {
    const before = newest();
    const earlier = what.kind === 'undo' ? (revisions[what.toRevision - 1] ?? null) : null;
    const judgement = applyChange(before ?? emptyJudgement(), what, earlier);
    const at = new Date().toISOString();
    const review: Review = {
      ...judgement,
      id: 'sample',
      answerId: answer.id,
      revision: (before?.revision ?? 0) + 1,
      reviewer: { id: 'sample', role: 'reviewer' },
      timing: { shownAt: null, startedAt: at, decidedAt: at, activeMs: 0 },
      rubric: { id: defaultPolicy.rubric.id, version: defaultPolicy.rubric.version },
      policyVersion: null,
      status: isEmpty(judgement) ? 'withdrawn' : 'final',
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
    };
    revisions.push(review);
    controls.changed();
    onReview(review);
  }

  /** Stands in for the background while the sample is written on. */
  function editing(shown: FoundAnswer, wish: EditorWish): typeof send {
    const reply = (name: keyof Calls, data: unknown): unknown => {
      if (name === 'editor.begin') return { answer: written(shown), answerId: shown.id, review: newest(), policy: defaultPolicy, ...wish };
      if (name === 'review.change') {
        change((data as Calls['review.change']['request']).change);
        return { review: newest() };
      }
      const { height, done } = data as Calls['editor.tell']['request'];
      controls.editorTold('sample', { height, done });
      return null;
    };
    return (name, data) => Promise.resolve(ok(reply(name, data) as never));
  }

  const controls = createControls({
    window,
    terms: { policy: defaultPolicy, keys: defaultKeys, locked: {} },
    keys: createKeys(window, signal),
    signal,
    end: () => {},
    review: newest,
    actions: {
      change: (_, what) => {
        change(what);
        return Promise.resolve(ok({ review: newest() }));
      },
      captured: () => Promise.resolve(null),
      seen: { mounted: () => [], like: () => [], capture: (found) => capture(found, location.origin) },
    },
  });
  controls.show([answer]);
  return controls;
}

function sampleAnswer(element: HTMLElement, prompt: string): FoundAnswer {
  const { text } = read([element]);
  return {
    id: 'sample',
    site: 'sample',
    url: location.href,
    title: document.title,
    conversation: { id: null },
    message: { id: null, ordinal: 0, variant: null },
    provider: null,
    model: null,
    state: 'final',
    blocks: [element],
    element,
    text,
    read: () => read([element]),
    prompt: [{ role: 'user', text: prompt }],
    promptComplete: true,
    thinking: null,
    evidence: [],
    detectedBy: { kind: 'selection', id: 'sample', score: 1, reasons: [] },
  };
}

function written(answer: FoundAnswer): WrittenAnswer {
  const { hast, ...rest } = capture(answer, location.origin);
  return { ...rest, markdown: writeMarkdown(hast) };
}
