// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { diagnose } from '../../../../lib/detect/doctor/diagnose.ts';
import { maskedUrl, skeletonOf } from '../../../../lib/detect/doctor/skeleton.ts';
import type { SiteAdapter } from '../../../../lib/model/site.ts';
import { show } from '../page.ts';

const hook = (select: string) => ({ select, seen: '2026-10-01', grade: 'live' as const });
const adapter: SiteAdapter = {
  id: 'ferry',
  provider: null,
  origins: ['https://ferry.example'],
  layouts: [
    {
      id: 'old',
      answer: [hook('.reply'), hook('p:has(')],
      prompt: [hook('.user-message')],
      body: [],
      leaveOut: [],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
const words = ['Marianne', 'wanted', 'ferries', 'timetable', 'Zwolle', 'harbour', 'secretname'];
const page = () =>
  show(
    `<div class="chat-list secretname" data-owner="Marianne">${[1, 2]
      .map(
        () =>
          `<div class="user-message" title="Marianne wanted ferries" data-testid="user-message-Zwolle"><p>Marianne wanted ferries</p></div>
           <div class="assistant-message" aria-label="timetable" data-message-id="Zwolle"><p>The <b>harbour</b> of Zwolle has a timetable</p><pre class="lang-Zwolle">harbour()</pre></div>`,
      )
      .join('')}</div><form><textarea></textarea></form>`,
    'Marianne’s assistant',
  );

test('says of each selector how many elements it finds, and which the browser does not understand', () => {
  page();
  const { adapters, shape } = diagnose(document, [adapter]);
  expect(adapters).toMatchObject([
    {
      id: 'ferry',
      layouts: [
        {
          id: 'old',
          answers: 0,
          prompts: 2,
          hooks: [
            { part: 'answer', select: '.reply', count: 0, seen: '2026-10-01', grade: 'live' },
            { part: 'answer', select: 'p:has(', count: null },
            { part: 'prompt', select: '.user-message', count: 2 },
          ],
        },
      ],
    },
  ]);
  expect(shape).toMatchObject({ answers: 2, prompts: 2 });
});

test('holds how the page is built, and no word that somebody wrote there', () => {
  page();
  const { skeleton } = diagnose(document, [adapter]);
  const text = skeleton.join('\n');
  expect(skeleton).toContain('answer:');
  expect(text).toContain('div[class="assistant-message"][aria-label][data-message-id]');
  expect(text).toContain('div[class="user-message"][title][data-testid="user-message-*"]');
  for (const word of words) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
});

test('a skeleton is bounded', () => {
  show(`<div id="many">${'<span>x</span>'.repeat(500)}</div>`);
  expect(skeletonOf(document.querySelector('#many')!, 40)).toHaveLength(41);
});

test('an address keeps the places of a tool, and no id, title, query or fragment', () => {
  expect(maskedUrl('https://chat.example/c/0b1c9a52?q=secret#part')).toBe('https://chat.example/c/:part');
  expect(maskedUrl('https://chat.example/search/why-is-marianne-ill-x1')).toBe('https://chat.example/search/:part');
});
