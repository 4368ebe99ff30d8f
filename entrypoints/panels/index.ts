/** What opens beside an answer, and its flagged passages: carried to a frame at the first use. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { speak } from '../../lib/i18n/text.ts';
import type { Speech } from '../../lib/model/words.ts';
import type { PanelOptions, Panels } from './interface.ts';
import { editorOf } from './openEditor.ts';
import { createPanels } from './panels.tsx';

declare global {
  /** Set by this script for the controls script of the same isolated world. */
  var bluepencilPanels: ((options: PanelOptions, speech: Speech) => Panels) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.bluepencilPanels = (options, speech) => {
    speak(speech.locale, speech.words);
    return createPanels({ ...options, openEditor: editorOf(options.actions) });
  };
});
