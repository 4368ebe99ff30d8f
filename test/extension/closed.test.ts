/** A chat in a closed shadow root, which a page's own scripts cannot enter: the browsers let extensions in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePages, type ServedPages } from '../setup/pages.ts';
import { until } from '../setup/until.ts';
import { answersOf, demand } from './ask.ts';
import { launch } from './launch.ts';

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><p>Welcome.</p><help-bot></help-bot>
<script>
  customElements.define('help-bot', class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'closed' });
      const say = (name, text) => {
        const message = root.appendChild(document.createElement('div'));
        message.className = 'message ' + name;
        message.appendChild(document.createElement('p')).textContent = text;
      };
      say('user-message', 'When is my parcel coming?');
      say('assistant-message', 'It left our store on Monday and arrives on Thursday.');
      say('user-message', 'And if nobody is at home?');
      say('assistant-message', 'Then the neighbour on the ground floor takes it in.');
      root.appendChild(document.createElement('textarea')).placeholder = 'Ask the help bot';
    }
  });
</script></html>`;

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages({ '/': page });
});
afterAll(() => pages[Symbol.asyncDispose]());

test.each(['chromium', 'firefox'] as const)('its answers are found and get their controls in %s', async (kind) => {
  const driven = await launch(kind);
  try {
    await demand(driven, 'site.enable', { origin: pages.origin });
    const url = `${pages.origin}/`;
    await driven.open(url);
    const answers = await until('both answers are final and have controls', async () => {
      const all = await answersOf(driven, url);
      return all.length === 2 && all.every(({ state, controls }) => state === 'final' && controls) && all;
    });
    expect(answers.map(({ text, prompt }) => [prompt, text])).toEqual([
      ['When is my parcel coming?', 'It left our store on Monday and arrives on Thursday.'],
      ['And if nobody is at home?', 'Then the neighbour on the ground floor takes it in.'],
    ]);
  } finally {
    await driven.close();
  }
});
