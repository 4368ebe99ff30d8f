/** What finds evidence and keeps passages: carried to a frame only when its review script asks for it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Passages } from '../../lib/detect/passages.ts';
import { findEvidence } from '../../lib/evidence/find.ts';

export default defineUnlistedScript(() => {
  globalThis.bluepencilPassages = (document, onChange, signal) => new Passages(document, findEvidence, onChange, signal);
});
