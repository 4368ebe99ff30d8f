/** The tools with addresses of their own: whose page is whose, and that each is tried on some page. */
import { expect, test } from 'vitest';
import { adapters } from '../../../lib/sites/index.ts';
import { adaptersFor } from '../../../lib/sites/match.ts';
import { markups } from '../../pages/markup.ts';
import { blocks } from '../../pages/markupBlocks.ts';
import { chats } from '../../pages/markupChats.ts';

/** Layouts of which `test/pages/turns.test.ts` reads saved pages of the tool itself, or after it. */
const saved = [
  'aistudio/turns',
  'arena/gradio',
  'chatgpt/sections',
  'claude/response',
  'deepseek/messages',
  'gemini-cloud-assist/entries',
  'gemini/responses',
  'google-ai-mode/turns',
  'google-ai-overview/overview',
  'grok/responses',
  'huggingchat/messages',
  'lumo/messages',
  'meta-ai/messages',
  'microsoft-365-copilot/feed',
  'microsoft-copilot/messages',
  'mistral/messages',
  'notebooklm/pairs',
  'perplexity/prose',
  'poe/bubbles',
  'qwen/messages',
  'zai/messages',
];
const closed = adapters.filter(({ marks }) => !marks);

test('each layout is read on a page', () => {
  const tried = new Set([...saved, ...[...markups, ...chats, ...blocks].map(({ by }) => by)]);
  expect(closed.flatMap(({ id, layouts }) => layouts.map((layout) => `${id}/${layout.id}`)).filter((by) => !tried.has(by))).toEqual([]);
});

test('no selector stands twice in a list', () => {
  for (const { id, layouts } of closed)
    for (const layout of layouts)
      for (const hooks of Object.values(layout).filter((part) => Array.isArray(part))) {
        const selects = hooks.flatMap((hook) => (typeof hook === 'string' ? [] : [`${hook.select} ${'from' in hook ? hook.from : ''}`]));
        expect(new Set(selects).size, `${id}/${layout.id}`).toBe(selects.length);
      }
});

test.each([
  ['https://business.gemini.google/home/cid/0123', ['gemini-enterprise'], '0123'],
  ['https://business.gemini.google/home/cid/0123/r/session/4567', ['gemini-enterprise'], '4567'],
  ['https://copilot.microsoft.com/chats/abcDEF', ['microsoft-copilot'], 'abcDEF'],
  ['https://m365.cloud.microsoft/chat/conversation/0f1e2d3c-4b5a', ['microsoft-365-copilot'], '0f1e2d3c-4b5a'],
  ['https://www.perplexity.ai/search/why-tides-Ab.C_1', ['perplexity'], 'why-tides-Ab.C_1'],
  ['https://grok.com/c/68f0', ['grok'], '68f0'],
  ['https://chat.deepseek.com/a/chat/s/68f0', ['deepseek'], '68f0'],
  ['https://chat.mistral.ai/chat/68f0', ['mistral'], '68f0'],
  ['https://www.meta.ai/prompt/68f0', ['meta-ai'], '68f0'],
  ['https://poe.com/chat/abc', ['poe'], 'abc'],
  ['https://huggingface.co/chat/conversation/abc', ['huggingchat'], 'abc'],
  ['https://huggingface.co/docs', [], null],
  ['https://www.kimi.com/chat/abc', ['kimi'], 'abc'],
  ['https://chat.qwen.ai/c/abc', ['qwen'], 'abc'],
  ['https://www.qianwen.com/chat/0123456789abcdef0123456789abcdef', ['qianwen'], '0123456789abcdef0123456789abcdef'],
  ['https://chat.z.ai/c/abc', ['zai'], 'abc'],
  ['https://www.doubao.com/chat/123', ['doubao'], '123'],
  ['https://yuanbao.tencent.com/chat/naQivTmsDa/abc-1', ['yuanbao'], 'abc-1'],
  ['https://aistudio.google.com/prompts/1abc', ['aistudio'], '1abc'],
  ['https://aistudio.google.com/prompts/new_chat', ['aistudio'], null],
  ['https://notebooklm.google.com/notebook/abc', ['notebooklm'], 'abc'],
  ['https://github.com/copilot/c/abc', ['github-copilot'], 'abc'],
  ['https://github.com/owner/name', [], null],
  ['https://duckduckgo.com/?q=tides&ia=chat', ['duck-ai', 'duckduckgo'], null],
  ['https://lumo.proton.me/c/abc', ['lumo'], 'abc'],
  ['https://kagi.com/assistant/0f1e2d3c', ['kagi'], '0f1e2d3c'],
  ['https://kagi.com/search?q=tides', [], null],
  ['https://arena.ai/c/abc', ['arena'], 'abc'],
  ['https://www.google.co.uk/search?q=tides', ['google-ai-mode', 'google-ai-overview'], null],
  ['https://www.google.com/maps', [], null],
  ['https://www.bing.com/search?q=tides', ['bing'], null],
  ['https://search.brave.com/ask?q=tides', ['brave'], null],
  ['https://www.baidu.com/s?wd=x', ['baidu'], null],
  ['https://www.amazon.de/dp/B0', ['amazon'], null],
])('%s belongs to %j, conversation %s', (address, ids, conversation) => {
  const url = new URL(address);
  const found = adaptersFor(url, closed);
  expect(found.map(({ id }) => id)).toEqual(ids);
  const own = found.flatMap((adapter) =>
    adapter.conversation ? [new RegExp(adapter.conversation).exec(url.pathname + url.search)?.[1]] : [],
  );
  expect(own.find(Boolean) ?? null).toBe(conversation);
});
