/** The controls of a frame with all that a judgement takes: how long its answer was read, which versions of it were seen, and acts. */
import { createVariants } from '../../lib/detect/variants.ts';
import type { ControlActions, Controls } from '../../lib/model/controls.ts';
import type { Desk } from '../review/desk.ts';
import type { Moment } from '../review/moment.ts';
import { createActions } from './actions.ts';
import { capture } from './capture.ts';
import { createControls, type ControlOptions } from './controls.ts';
import { createDwell } from './dwell.ts';

export interface JudgingOptions extends Omit<ControlOptions, 'actions' | 'review'> {
  /** The frame's own. */
  origin: string;
  desk: Desk;
  moment: Moment;
}

export interface Judging extends Controls {
  actions: ControlActions;
}

/** Ends with the signal. */
export function createJudging({ origin, desk, moment, ...options }: JudgingOptions): Judging {
  const dwell = createDwell(options.window, options.signal);
  const variants = createVariants((answer) => capture(answer, origin));
  const actions = createActions({ origin, desk, dwell, moment, variants });
  const controls = createControls({ ...options, review: (answerId) => desk.review(answerId), actions });
  return {
    ...controls,
    actions,
    show(answers) {
      controls.show(answers);
      const finals = answers.filter(({ state }) => state === 'final');
      dwell.follow(finals);
      variants.see(finals);
    },
  };
}
