/** The site doctor's look into a page: run in a frame when a person asks for a report, and only then. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { diagnose } from '../../lib/detect/doctor/diagnose.ts';

declare global {
  /** Set by this script for the call that follows it. */
  var bluepencilDoctor: typeof diagnose | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.bluepencilDoctor = diagnose;
});
