/** Gives back to the model: a draft in the page's own composer, or a copy. Carried to a frame when a person asks for it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { enterClosedRoots } from '../../lib/capture/roots.ts';
import { findComposer } from '../../lib/feedback/composer.ts';
import { copyText } from '../../lib/feedback/copy.ts';
import { draft } from '../../lib/feedback/draft.ts';
import { speak } from '../../lib/i18n/text.ts';
import type { Speech } from '../../lib/model/words.ts';
import { openOrClosedRoot } from '../../lib/platform/roots.ts';
import { createGiveBack } from './giveBack.ts';
import type { Compose } from './interface.ts';

declare global {
  /** Set by this script for the others of the same isolated world. */
  var bluepencilCompose: ((speech: Speech) => Compose) | undefined;
}

export default defineUnlistedScript(() => {
  enterClosedRoots(openOrClosedRoot);
  const drafted: Compose['draft'] = async (answers, answerId, text) => {
    const answer = answers.find(({ id }) => id === answerId) ?? answers.at(-1);
    const blocks = answers.flatMap((one) => one.blocks);
    const composer = findComposer(document, blocks, answer?.blocks.at(-1));
    if (!composer) return 'no-composer';
    // In Firefox the page's own constructors take part, which it may have replaced.
    return (await draft(composer, text).catch(() => false)) ? 'drafted' : 'not-inserted';
  };
  const copy: Compose['copy'] = (text) => copyText(document, text);
  globalThis.bluepencilCompose = (speech) => {
    speak(speech.locale, speech.words);
    return { draft: drafted, copy, ...createGiveBack(drafted, copy) };
  };
});
