import { minify } from 'terser';
import { defaultClientConditions, type Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { wordFiles } from './lib/i18n/files.ts';
import { manifest } from './lib/platform/manifest.ts';

/** `BLUEPENCIL_TEST=1` makes the build that browsers are driven with: it differs in `host_permissions` alone. */
const forTests = process.env.BLUEPENCIL_TEST === '1';

/** What comes into pages has a budget: terser makes it 2 % smaller than the bundler's own minifier leaves it, in seconds that the rest is not worth. */
const smaller: Plugin = {
  name: 'smaller-content-scripts',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !/^(review|controls|panels|passages)\.js$/.test(chunk.fileName)) continue;
      const { code } = await minify(chunk.code, { ecma: 2020, compress: { passes: 3 } });
      if (code) chunk.code = code;
    }
  },
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  publicDir: 'lib/static',
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${forTests ? '-test' : ''}`,
  manifest: ({ browser }) => manifest(browser, forTests),
  hooks: {
    'build:publicAssets': (_, files) => void files.push(...wordFiles()),
  },
  vite: () => ({
    plugins: [smaller],
    // As the manifest says. For older browsers `light-dark()` would be rewritten into what only follows the system, not a part's own scheme.
    build: { cssTarget: ['chrome138', 'firefox140'] },
    // A library's browser build may use `document`; Chrome's service worker has none and would not start.
    resolve: { conditions: ['worker', ...defaultClientConditions] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  zip: { name: 'bluepencil' },
});
