/** The picker of "Teach this site": run in the frames of a tab when a person asks for it, and only then. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { teach } from './teach.tsx';

export default defineUnlistedScript(() => teach());
