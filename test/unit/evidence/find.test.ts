// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { rules } from '../../../lib/evidence/rules.ts';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { brief, look, prose } from './page.ts';

describe('the rules', () => {
  test('each has an id of its own, a date, and a word for what it proves', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, kind, date } of rules) {
      expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
      expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(Object.keys(pages)).toContain(`evidence.${kind}`);
    }
  });

  test('a text that is glued to its neighbours is found as well', () => {
    for (const { id, text } of rules) expect(text?.source ?? '', id).not.toMatch(/\\b|\$(?!\{)|(?<![[\\])\^/);
    expect(brief(look('<div><b>sun</b><p id="p">I cannot browse the internet</p><b>sun</b></div>'))).toEqual(['assistant-talk talk p']);
  });
});

describe('a page', () => {
  test('without marks has no evidence, whatever its style', () => {
    const style = 'It’s not just a garden — it’s a testament to resilience. Delve into the rich tapestry: 🌹 **Sun** — 🌱 soil — 💧 water.';
    expect(look(`<article><h1>Roses</h1><p>${style}</p><p>${prose}</p></article>`)).toEqual([]);
  });

  test('with several marks has each, the strongest first, once for a block', () => {
    const found = look(
      `<article id="a" ai-disclosure="ai-assisted"><p id="p">Sun [cite: 1] and [cite: 2] <a href="https://x.org/?utm_source=chatgpt.com">x</a></p><p>${prose}</p></article>`,
    );
    expect(brief(found)).toEqual(['ai-disclosure declared-ai a', 'text-residue residue-gemini p', 'assistant-link link p']);
  });

  test('has at most fifty pieces by a rule', () => {
    expect(look(Array.from({ length: 400 }, (_, at) => `<div><p>Sun [cite: ${at}]</p></div>`).join(''))).toHaveLength(50);
  });

  test('that clobbers names keeps what else is found', () => {
    const body = `<form><input name="closest"><input name="parentElement"><input name="matches"><p ai-disclosure="ai-assisted">${prose}</p></form><p id="p">Sun [cite: 1]</p>`;
    expect(brief(look(body))).toContain('text-residue residue-gemini p');
  });

  test('with values of megabytes is read to their beginning only', () => {
    const long = 'x'.repeat(3_000_000);
    const found = look(
      `<div class="font-claude-response ${long}" id="d" ai-disclosure="${long}" data-path-to-node="${long}" data-start="${long}" data-end="1"><p>${prose}</p></div>
       <a href="https://example.org/?utm_source=${long}">x</a><img alt="AI ${long}">`,
    );
    expect(brief(found)).toEqual(['paste-claude paste-claude d']);
    expect(found[0]!.snippet.length).toBeLessThanOrEqual(300);
  });
});
