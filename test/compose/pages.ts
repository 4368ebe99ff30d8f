/** A small chat with each kind of composer, bundled from npm and served from memory. */
import { join } from 'node:path';
import { build } from 'vite';
import { servePages, type ServedPages } from '../setup/pages.ts';

const turn = (role: string, text: string): string => `<div class="message ${role}-message"><p>${text}</p></div>`;

/** Around the composer stand fields that are for something else: a search, an older prompt that is being edited, one that nobody sees. */
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chat</title>
<style>.field { display: block; width: 500px; min-height: 40px; white-space: pre-wrap; } .hidden { position: absolute; width: 1px; height: 1px; }</style></head>
<body><header><input class="other" placeholder="Search chats"></header>
<main><div class="thread">
${turn('user', 'How much may I take?')}${turn('assistant', 'The dose is 40 mg a day. Take it with milk.')}
<div class="message user-message"><textarea class="other" rows="3">And at night?</textarea></div>
${turn('assistant', 'At night the dose is the same, with a glass of water.')}
${turn('user', 'Who says so?')}${turn('assistant', 'See Smith (2019), who measured it in forty people.')}
</div><form id="form"><textarea class="other hidden"></textarea><div id="place"></div><button>Send</button></form></main>
<script src="/editors.js"></script></body></html>`;

const kinds = [
  'textarea', 'input', 'react', 'prosemirror', 'lexical', 'quill', 'plain', 'closed-textarea', 'open-prosemirror', 'full', 'none',
] as const; // prettier-ignore
export type EditorKind = (typeof kinds)[number];

/** Serves `/<kind>` for each kind of composer. */
export async function serveEditors(): Promise<ServedPages> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'editors.js'), formats: ['iife'], name: 'editors' },
    },
  });
  const [bundle] = [built].flat();
  const chunk = bundle && 'output' in bundle ? bundle.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Nothing was bundled');
  return servePages({ '/editors.js': chunk.code, ...Object.fromEntries(kinds.map((kind) => [`/${kind}`, html])) });
}
