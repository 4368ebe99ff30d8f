import { defaultClientConditions } from 'vite';
import { defineConfig } from 'wxt';
import { manifest } from './lib/platform/manifest.ts';

/** `BLUEPENCIL_TEST=1` makes the build that browsers are driven with: it differs in `host_permissions` alone. */
const forTests = process.env.BLUEPENCIL_TEST === '1';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  publicDir: 'lib/static',
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${forTests ? '-test' : ''}`,
  manifest: ({ browser }) => manifest(browser, forTests),
  hooks: {
    // WXT adds the content script's matches to the hosts; the manifest above already says all of them.
    'build:manifestGenerated': (wxt, generated) => {
      generated.host_permissions = manifest(wxt.config.browser, forTests).host_permissions;
    },
  },
  vite: () => ({
    // As the manifest says. For older browsers `light-dark()` would be rewritten into what only follows the system, not a part's own scheme.
    build: { cssTarget: ['chrome138', 'firefox140'] },
    // A library's browser build may use `document`; Chrome's service worker has none and would not start.
    resolve: { conditions: ['worker', ...defaultClientConditions] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  zip: { name: 'bluepencil' },
});
