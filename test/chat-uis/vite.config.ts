/** Bundles each page of `ui/` into `.built/<id>/`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, 'ui');
const pages = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

export default defineConfig({
  root,
  logLevel: 'error',
  define: { __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: join(import.meta.dirname, '.built'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
    rollupOptions: { input: [...pages.map(({ name }) => join(root, name, 'index.html')), join(root, 'frame/inside/index.html')] },
  },
});
