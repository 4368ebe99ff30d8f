/** Markup of more chat tools without a saved page, or in a layout that none of them shows. */
import { assistant, user, type Markup } from './markup.ts';

export const chats: Markup[] = [
  {
    by: 'microsoft-copilot/messages',
    what: 'an answer of several items, and one that is only waited for',
    url: 'https://copilot.microsoft.com/chats/abcDEF123',
    html: `<div data-content="user-message"><div>Compare them.</div></div>
      <div data-content="ai-message" data-testid="ai-message" role="article"><h6 class="sr-only">Copilot said</h6><div data-testid="ai-message-body">
        <div class="group/ai-message-item"><p>Denmark works less.</p></div><div class="group/ai-message-item"><p>Sweden too.</p></div></div>
        <div data-testid="message-item-reactions"><button data-testid="copy-ai-message-button">Copy</button></div></div>
      <div data-content="user-message"><div>And Norway?</div></div><div data-testid="loading-message">…</div>`,
    said: [user('Compare them.'), assistant('Denmark works less.\nSweden too.', { mark: 'finished' }), user('And Norway?')],
  },
  {
    by: 'microsoft-365-copilot/feed',
    what: 'virtual rows',
    url: 'https://m365.cloud.microsoft/chat/conversation/0f1e2d3c-4b5a',
    html: `<div data-testid="MessageListContainer"><div role="feed" class="fai-CopilotChat"><div data-virtualizer-index="7"><div data-testid="m365-chat-llm-web-ui-chat-message">
      <div data-testid="chatQuestion"><div class="fai-UserMessage"><div class="fai-UserMessage__message"><div data-testid="chatOutput">Sum up the mail.</div></div></div></div>
      <div data-testid="copilot-message-div"><div class="fai-CopilotMessage" role="article"><div class="fai-CopilotMessage__content"><div data-testid="markdown-reply"><p>Two things are due.</p></div></div>
      <button data-testid="CopyButtonTestId">Copy</button></div></div></div></div></div></div>`,
    said: [user('Sum up the mail.'), assistant('Two things are due.', { mark: 'finished' })],
  },
  {
    by: 'perplexity/prose',
    what: 'the bubble of September 2026, the answer beside its empty place, a report with a summary',
    url: 'https://www.perplexity.ai/search/tides-abc',
    html: `<div><div class="group/user-bubble"><div class="prose dark:prose-invert inline" data-renderer="lm">Why tides?</div></div>
      <div class="flex flex-col gap-y-sm"><div id="markdown-content-0"></div><div class="prose dark:prose-invert inline" data-renderer="lm"><p>The moon<span class="citation" data-pplx-citation-url="https://example.org">noaa</span>.</p></div></div></div>
      <div><div class="group/user-bubble"><div class="prose dark:prose-invert inline" data-renderer="lm">Report on it.</div></div>
      <div class="flex flex-col gap-y-sm"><div class="bg-raised rounded-lg"><div class="prose max-w-none"><div class="prose inline"><p>Long report.</p></div></div></div>
      <div><div id="markdown-content-1"><div class="prose dark:prose-invert inline"><p>In short: yes.</p></div></div></div></div></div>`,
    said: [user('Why tides?'), assistant('The moon.'), user('Report on it.'), assistant('Long report.\nIn short: yes.')],
  },
  {
    by: 'grok/responses',
    what: 'test ids, thoughts',
    url: 'https://grok.com/c/68f0a1b2-0000-4000-8000-000000000001',
    html: `<div id="response-1" class="items-end"><div data-testid="user-message" class="message-bubble"><p>Is it true?</p></div></div>
      <div id="response-2" class="items-start"><div data-testid="assistant-message"><div class="thinking-container">Checking.</div><div class="message-bubble"><div class="response-content-markdown"><p>It is.</p></div></div></div>
      <div class="action-buttons last-response"><button>Copy</button></div></div><button id="model-select-trigger">Expert</button>`,
    said: [
      user('Is it true?', { id: 'response-1' }),
      assistant('It is.', { id: 'response-2', thinking: 'Checking.', model: 'Expert', mark: 'finished' }),
    ],
  },
  {
    by: 'deepseek/messages',
    what: 'thoughts in the same Markdown, and a turn that only thinks yet',
    url: 'https://chat.deepseek.com/a/chat/s/68f0a1b2-0000-4000-8000-000000000001',
    html: `<div class="ds-virtual-list-visible-items"><div data-virtual-list-item-key="1"><div class="ds-message d29f3d7d"><div class="fbb737a4">Boiling point?</div></div></div>
      <div data-virtual-list-item-key="2"><div class="ds-message"><div>Thought for 3 seconds</div><div class="ds-think-content"><div class="ds-markdown"><p>Physics.</p></div></div>
        <div class="ds-markdown ds-assistant-message-main-content"><p>100 °C.</p></div><div role="button" aria-label="Read aloud"></div></div></div>
      <div data-virtual-list-item-key="3"><div class="ds-message d29f3d7d"><div class="fbb737a4">Higher up?</div></div></div>
      <div data-virtual-list-item-key="4"><div class="ds-message"><div>Thinking…</div><div class="ds-think-content"><div class="ds-markdown"><p>Pressure.</p></div></div></div></div></div>`,
    said: [user('Boiling point?'), assistant('100 °C.', { thinking: 'Physics.', mark: 'finished' }), user('Higher up?')],
  },
  {
    by: 'poe/bubbles',
    what: 'two sides with a header that names the bot',
    url: 'https://poe.com/chat/abc123',
    html: `<div class="ChatMessagesView_tupleGroupContainer__1"><div class="ChatMessage_chatMessage__x" id="message-11"><div class="Message_rightSideMessageBubble__a"><div class="Message_selectableText__b"><div class="Markdown_markdownContainer__c"><p>CAP?</p></div></div></div></div>
      <div class="ChatMessage_chatMessage__x" id="message-12"><div class="LeftSideMessageHeader_leftSideMessageHeader__y"><p class="BotHeader_title__z">Claude-Opus</p></div><div class="Message_leftSideMessageBubble__a"><div class="Message_selectableText__b"><div class="Markdown_markdownContainer__c"><p>Pick two.</p></div></div></div></div></div>`,
    said: [user('CAP?', { id: 'message-11' }), assistant('Pick two.', { id: 'message-12', model: 'Claude-Opus' })],
  },
  {
    by: 'huggingchat/messages',
    what: 'small prose is thought',
    url: 'https://huggingface.co/chat/conversation/abc123',
    html: `<div data-message-id="m1" data-message-type="user"><p>Why?</p></div><div data-message-id="m2" data-message-role="assistant"><div class="prose prose-sm"><p>Hm.</p></div><div class="prose"><p>Because.</p></div><button title="Retry">R</button></div>`,
    said: [user('Why?', { id: 'm1' }), assistant('Because.', { id: 'm2', thinking: 'Hm.', mark: 'finished' })],
  },
  {
    by: 'kimi/segments',
    what: 'a tool call and thoughts in Markdown of their own',
    url: 'https://www.kimi.com/chat/d0abc',
    html: `<div class="chat-content-list"><div class="chat-content-item chat-content-item-user"><div class="segment segment-user"><div class="segment-content-box"><div class="user-content">Weather?</div></div></div></div>
      <div class="chat-content-item chat-content-item-assistant"><div class="segment segment-assistant"><div class="segment-content-box">
        <div class="toolcall-container thinking-container"><div class="markdown-container toolcall-content-text"><div class="markdown"><div class="paragraph">Search first.</div></div></div></div>
        <div class="markdown-container"><div class="markdown"><div class="paragraph">Sunny<a class="pua-ref-cite-tag" data-site-name="x">1</a>.</div></div></div></div>
        <div class="segment-assistant-actions"><svg name="Refresh"></svg></div></div></div></div><div class="current-model"><div class="model-name"><span class="name">K3</span></div></div>`,
    said: [user('Weather?'), assistant('Sunny.', { thinking: 'Search first.', model: 'K3', mark: 'finished' })],
  },
  {
    by: 'qianwen/cards',
    what: 'cards',
    url: 'https://www.qianwen.com/chat/0123456789abcdef0123456789abcdef',
    html: `<div class="chat-round" data-chat="1"><div class="chat-question-wrap" data-chat-question-wrap><div class="message-card-wrap question"><div class="question-text-card">你好？</div></div></div>
      <div class="chat-answers-card-wrap" data-chat-answers-wrap data-msgid="m1-answer"><div class="qc-thinking-header">已思考</div><div class="answer-common-card"><div id="qk-markdown-react"><div class="qk-markdown qk-markdown-complete"><div class="qk-md-paragraph">你好。</div></div></div></div>
      <div data-answer-feedback-toolbar="true"><button>赞</button></div></div></div>`,
    said: [user('你好？'), assistant('你好。', { id: 'm1-answer', thinking: '已思考', mark: 'finished' })],
  },
  {
    by: 'doubao/messages',
    what: 'rows with ids',
    url: 'https://www.doubao.com/chat/123456',
    html: `<div class="v_list_row"><div data-message-id="q1" class="justify-end"><div class="bg-g-send-msg-bubble-bg"><div class="whitespace-pre-wrap wrap-anywhere">几点？</div></div></div></div>
      <div class="v_list_row"><div data-message-id="a1"><div class="thinking-box-root-x"><div class="md-box-root">想一想</div></div><div class="flow-markdown-body"><p>三点。</p></div></div><div data-foundation-type="receive-message-action-bar"><button>复制</button></div></div>`,
    said: [user('几点？', { id: 'q1' }), assistant('三点。', { id: 'a1', thinking: '想一想' })],
  },
  {
    by: 'doubao/test-ids',
    what: 'the markup until July 2026',
    url: 'https://www.doubao.com/chat/123456',
    html: `<div data-testid="send_message"><div data-testid="message_text_content">几点？</div></div><div data-testid="receive_message"><div data-testid="message_text_content"><div class="flow-markdown-body"><p>三点。</p></div></div></div>`,
    said: [user('几点？'), assistant('三点。')],
  },
  {
    by: 'yuanbao/list',
    what: 'thoughts inside what holds the answer too',
    url: 'https://yuanbao.tencent.com/chat/naQivTmsDa/abc-123',
    html: `<div class="agent-chat__list__content"><div class="agent-chat__list__item agent-chat__list__item--human" data-conv-id="abc_1"><div class="agent-chat__bubble--human"><div class="hyc-content-text">为什么？</div></div></div>
      <div class="agent-chat__list__item agent-chat__list__item--ai" data-conv-id="abc_2" data-conv-outputting="false"><div class="agent-chat__bubble--ai"><div class="hyc-component-deep-search-agent">
        <div class="hyc-component-deep-search-agent__think-container"><div class="hyc-content-md"><p>想</p></div></div><div class="hyc-content-md hyc-content-md-done"><div class="hyc-common-markdown"><p>因为。</p></div></div></div></div>
        <div class="agent-chat__toolbar">复制</div></div></div><div class="ybc-model-select-button"><span class="t-button__text">DeepSeek</span></div>`,
    said: [user('为什么？', { id: 'abc_1' }), assistant('因为。', { id: 'abc_2', thinking: '想', model: 'DeepSeek', mark: 'finished' })],
  },
  {
    by: 'aistudio/turns',
    what: 'thoughts as a chunk, a turn that is out of sight',
    url: 'https://aistudio.google.com/prompts/1abcDEF',
    html: `<ms-chat-turn id="turn-0"><div class="chat-turn-container model"><div class="virtual-scroll-container" data-turn-role="Model"></div></div></ms-chat-turn>
      <ms-chat-turn id="turn-1"><div class="chat-turn-container user"><div data-turn-role="User"><div class="turn-content"><div class="author-label">User</div><ms-prompt-chunk><ms-text-chunk><ms-cmark-node><p>Why?</p></ms-cmark-node></ms-text-chunk></ms-prompt-chunk></div></div></div></ms-chat-turn>
      <ms-chat-turn id="turn-2"><div class="chat-turn-container model"><div data-turn-role="Model"><div class="turn-content"><div class="author-label">Model</div><ms-prompt-chunk><ms-thought-chunk><ms-text-chunk><ms-cmark-node><p>Hm.</p></ms-cmark-node></ms-text-chunk></ms-thought-chunk></ms-prompt-chunk>
        <ms-prompt-chunk><ms-text-chunk><ms-cmark-node><p>Because.</p></ms-cmark-node></ms-text-chunk></ms-prompt-chunk></div><div class="turn-information">5.3s</div></div></div></ms-chat-turn>`,
    said: [user('Why?', { id: 'turn-1' }), assistant('Because.', { id: 'turn-2', thinking: 'Hm.' })],
  },
  {
    by: 'notebooklm/pairs',
    what: 'citation buttons and the action row of a card',
    url: 'https://notebook.google.com/notebook/abc',
    html: `<div class="chat-message-pair"><chat-message><div class="from-user-container"><div class="message-content"><div class="message-text-content">Themes?</div></div></div></chat-message>
      <chat-message><div class="to-user-container"><div class="message-content to-user-message-inner-content"><div class="message-text-content"><element-list-renderer><div class="paragraph">Water<span class="xap-inline-dialog citation-marker">1</span>.</div></element-list-renderer></div></div>
      <div class="message-actions"><span>Save to note</span></div></div></chat-message></div>`,
    said: [user('Themes?'), assistant('Water.', { mark: 'finished' })],
  },
  {
    by: 'github-copilot/messages',
    what: 'hashed class names',
    url: 'https://github.com/copilot/c/68f0a1b2',
    html: `<div class="UserMessage-module__container--x"><p>What is git?</p></div><div class="ChatMessage-module__ai__y"><div class="markdown-body"><p>A version control.</p></div><button>Copy</button></div><button class="ModelPicker-module__menuButton--z">GPT-5</button>`,
    said: [user('What is git?'), assistant('A version control.', { model: 'GPT-5' })],
  },
  {
    by: 'duck-ai/messages',
    what: 'a heading with the model, which is no text',
    url: 'https://duck.ai/',
    html: `<div id="u1-assistant-message-0-1" data-activeresponse="true"><div id="heading-u1-assistant-message-0-1"><h3>Duck.ai said</h3><span>GPT-5 mini</span></div><div><div class="space-y-4 whitespace-normal"><p>Yes.</p><p>It is.</p></div></div></div>`,
    said: [assistant('Yes.\nIt is.', { id: 'u1-assistant-message-0-1', model: 'GPT-5 mini' })],
  },
  {
    by: 'kagi/bubbles',
    what: 'authors',
    url: 'https://kagi.com/assistant/0f1e2d3c-4b5a',
    html: `<div data-author="user"><div class="content"><p>Why?</p></div></div><div data-author="assistant"><div class="content"><p>Because.</p></div><button>Copy</button></div>`,
    said: [user('Why?'), assistant('Because.')],
  },
  {
    by: 'arena/reversed-list',
    what: 'the newest first, two answers side by side',
    url: 'https://arena.ai/c/0f1e2d3c',
    html: `<main><ol class="mt-8 flex flex-col-reverse"><div class="flex"><div><div class="prose"><p>A: five.</p></div></div><div><div class="prose"><p>B: six.</p></div></div></div>
      <div class="flex justify-end"><div class="prose"><p>And now?</p></div></div>
      <div class="flex"><div class="prose"><p>Four.</p></div></div><div class="flex justify-end"><div class="prose"><p>Two and two?</p></div></div><div class="h-0"></div></ol></main>`,
    said: [user('Two and two?'), assistant('Four.'), user('And now?'), assistant('A: five.'), assistant('B: six.')],
  },
];
