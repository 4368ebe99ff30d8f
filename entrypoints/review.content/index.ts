/** The content script of one frame. Its definition alone: the build runs this file, and must meet nothing of a page. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { builtInHosts } from '../../lib/platform/manifest.ts';
import { start } from './start.ts';

export default defineContentScript({
  // Only the build wants these: the script is registered at run time, where the person or the policy allows it.
  matches: builtInHosts,
  registration: 'runtime',
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  noScriptStartedPostMessage: true,
  main: (context) => start(context),
});
