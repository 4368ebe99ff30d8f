/** What stands beside the answers: carried to a frame when its review script has seen the first answer. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { speak } from '../../lib/i18n/text.ts';
import type { Speech } from '../../lib/model/words.ts';
import { createJudging, type Judging, type JudgingOptions } from './judging.ts';

declare global {
  /** Set by this script for the review script of the same isolated world. */
  var bluepencilControls: ((options: JudgingOptions, speech: Speech) => Judging) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.bluepencilControls = (options, speech) => {
    speak(speech.locale, speech.words);
    return createJudging(options);
  };
});
