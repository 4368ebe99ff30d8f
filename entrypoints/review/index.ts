/** The content script of one frame: registered at run time, where the person or the policy allows it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { start } from './start.ts';

// Not a content script to WXT: that would bring a context of its own, which ends on an event that any page can send.
export default defineUnlistedScript(() => start());
