/** As `markup.ts`, for tools that people host themselves: no address says which they are, so their marks do. The first half are whole tools. */
import { assistant, user, type Markup } from './markup.ts';

const url = 'https://chat.example.org/c/0001';
const composer = '<form><textarea></textarea><button>Send</button></form>';

const webuiAnswer = (id: string, body: string, buttons = ''): string => `
  <div class="flex w-full message-${id}" id="message-${id}" dir="auto"><img class="size-8" alt="profile" src="data:,">
    <div class="flex-auto w-0 pl-1"><div class="self-center font-semibold line-clamp-1"><span class="line-clamp-1">llama-3</span></div>
      <div><div class="chat-assistant w-full min-w-full markdown-prose"><div>
        <div class="status-description flex">Searched 3 sites</div>
        <div class="w-full flex flex-col relative" id="response-content-container">${body}</div>
      </div></div></div>
      <div class="flex justify-start overflow-x-auto buttons">${buttons}</div>
    </div></div>`;
const webuiFolded = (head: string, body: string): string =>
  `<div class="w-full space-y-1"><div class="w-fit text-gray-500 cursor-pointer"><div class="w-full font-medium flex"><div>${head}</div></div></div>${body ? `<div><p>${body}</p></div>` : ''}</div>`;

const libreRow = (id: string, turn: string, name: string, body: string, footer = ''): string => `
  <div id="${id}" role="group" aria-label="message" class="message-render group mx-auto flex">
    <div class="relative flex min-w-0 flex-col ${turn}"><h2 class="flex select-none"><span class="sr-only">Response</span>${name}</h2>
      <div class="flex w-full flex-col gap-1"><div class="flex min-h-[20px]" data-testid="message-body">${body}</div>
      <div class="w-full">${footer}</div></div></div></div>`;
const libreText = (text: string, more = ''): string =>
  `<div class="text-message"><div class="markdown prose message-content dark:prose-invert light w-full ${more}">${text}</div></div>`;

const difyAnswer = (body: string): string => `
  <div class="mb-2 flex last:mb-0"><div class="relative size-10 shrink-0">🤖</div>
    <div class="chat-answer-container group ml-4 w-0 grow pb-4" data-testid="chat-answer-container"><div class="group relative pr-10">
      <div class="relative inline-block px-4 py-3">${body}</div></div><div class="mt-1 flex system-xs">Spent 2.1 s</div></div></div>`;

const next = (role: string, text: string): string => `
  <div class="chat_${role}__dg8rL"><div class="chat_chat-message-container__j1">
    <div class="chat_chat-message-header__k2"><div class="chat_chat-model-name__z9">gpt-5</div><div class="chat_chat-message-actions__q">Retry</div></div>
    <div class="chat_chat-message-item__hFJv"><div class="markdown-body" dir="auto">${text}</div></div>
    <div class="chat_chat-message-action-date__p">11/22/2026</div></div></div>`;

const step = (id: string, type: string, body: string): string =>
  `<div data-step-type="${type}" class="step py-2"><div class="flex flex-col"><div class="flex flex-grow pb-2" id="step-${id}">${body}</div></div></div>`;
const stepText = (text: string): string =>
  `<div class="message-content w-full flex flex-col gap-2"><div class="flex flex-col gap-4">${text}</div></div>`;
const ai = (text: string, avatar = '<span class="inline-block"><img alt="Avatar" src="data:,"></span>'): string =>
  `<div class="ai-message flex gap-4 w-full">${avatar}<div class="flex flex-col items-start">${stepText(text)}<div class="-ml-1.5 flex"><button>Copy</button></div></div></div>`;

const streamlit = (avatar: string, name: string, body: string): string => `
  <div class="stChatMessage st-emotion-cache-1c7y2kd" data-testid="stChatMessage">${avatar && `<div data-testid="stChatMessageAvatar${avatar}">face</div>`}
    <div data-testid="stChatMessageContent" aria-label="Chat message from ${name}" class="st-emotion-cache-1flajlm"><div class="stVerticalBlock">${body}</div></div></div>`;
const streamlitText = (text: string): string =>
  `<div class="stElementContainer"><div class="stMarkdown" data-testid="stMarkdown"><div data-testid="stMarkdownContainer">${text}</div></div></div>`;

const tools: Markup[] = [
  {
    by: 'open-webui/messages',
    what: 'a version of two with its thinking folded open, one that grows, one that failed',
    url,
    html: `<div class="flex w-full user-message" dir="auto" id="message-u1"><div class="flex-auto w-0"><div class="chat-user w-full min-w-full markdown-prose"><div class="w-full"><div class="flex justify-end pb-1"><div class="rounded-3xl"><p>Name a port.</p></div></div></div><div class="flex justify-end"><button>Edit</button></div></div></div></div>
      ${webuiAnswer('a1', `${webuiFolded('Thought for 3 seconds', 'A port in the north.')}<p>Hamburg.</p><button class="text-xs w-fit">source 1</button>`, '<div class="flex self-center"><button>‹</button><div class="text-sm tracking-widest font-semibold">2/2</div><button>›</button></div><button class="copy-response-button">Copy</button>')}
      <div class="flex w-full user-message" id="message-u2"><div class="chat-user w-full markdown-prose"><p>And another?</p></div></div>
      ${webuiAnswer('a2', `${webuiFolded('Thinking...', '')}<p>Por</p>`)}
      ${webuiAnswer('a3', '<div class="my-2 flex w-full items-center gap-3 rounded-3xl bg-black/[0.03]"><div>model not found</div></div>', '<button class="copy-response-button">Copy</button>')}${composer}`,
    said: [
      user('Name a port.', { id: 'message-u1' }),
      assistant('Hamburg.', { id: 'message-a1', thinking: 'A port in the north.', mark: 'finished', variant: '2/2' }),
      user('And another?', { id: 'message-u2' }),
      assistant('Por', { id: 'message-a2' }),
    ],
  },
  {
    by: 'librechat/messages',
    what: 'text in two parts around a tool, thinking, a version, growing text, an error',
    url,
    html: `${libreRow('m1', 'user-turn ml-auto', 'You', libreText('Name a port.', 'whitespace-pre-wrap'))}
      ${libreRow('m2', 'agent-turn flex-1', 'Claude', `<div class="group/reasoning"><div class="group/thinking-container"><div class="sticky"><div><button type="button">Thoughts</button></div></div><div class="grid"><div class="overflow-hidden"><div class="relative rounded-3xl"><p class="whitespace-pre-wrap">One in the north.</p></div></div></div></div></div>${libreText('<p>I looked.</p>')}<div class="my-2.5">Ran search</div>${libreText('<p>Hamburg.</p>')}`, '<div class="flex"><button>‹</button><span class="px-0.5 text-sm tabular-nums">1 / 2</span><button>›</button></div>')}
      ${libreRow('m3', 'user-turn', 'You', libreText('Another?'))}
      ${libreRow('m4', 'agent-turn', 'Claude', libreText('<p>Por</p>', 'submitting result-streaming'))}
      ${libreRow('m5', 'agent-turn', 'Claude', '<div class="text-message"><div role="alert" class="rounded-xl">Something went wrong.</div></div>')}${composer}`,
    said: [
      user('Name a port.', { id: 'm1' }),
      assistant('I looked.\nHamburg.', { id: 'm2', thinking: 'One in the north.', variant: '1/2' }),
      user('Another?', { id: 'm3' }),
      assistant('Por', { id: 'm4', mark: 'streaming' }),
    ],
  },
  {
    by: 'dify/answers',
    what: 'thinking, citations beside the text',
    url: 'https://udify.app/chat/x?conversation_id=7',
    html: `<div class="mb-2 flex justify-end last:mb-0"><div class="group relative mr-4 flex"><div class="absolute hidden"><button>Copy</button></div><div class="w-full px-4 py-3" data-testid="question-content"><div class="markdown-body"><p>Name a port.</p></div><div class="flex"><button>‹</button>2 / 2<button>›</button></div></div></div></div>
      ${difyAnswer('<div class="mb-2 rounded-xl">Workflow Process</div><div class="markdown-body"><details data-think="true" class="group"><summary class="flex select-none">Thought(1.2s)</summary><div class="ml-2 border-l"><p>North.</p></div></details><p>Hamburg.</p></div><div class="system-xs">CITATIONS ports.pdf</div>')}${composer}`,
    said: [user('Name a port.'), assistant('Hamburg.', { thinking: 'North.' })],
  },
  {
    by: 'dify/answers',
    what: 'an older build, without test ids',
    url,
    html: `<div class="flex justify-end mb-2 last:mb-0 pl-14"><div class="group relative mr-4"><div class="relative py-3 px-4"><div class="markdown-body"><p>Name a port.</p></div></div></div></div>
      ${difyAnswer('<div class="markdown-body"><p>Hamburg.</p></div>').replace(' data-testid="chat-answer-container"', '')}${composer}`,
    said: [user('Name a port.'), assistant('Hamburg.')],
  },
  {
    by: 'nextchat/messages',
    what: 'CSS modules',
    url,
    html: `<div id="app-body">${next('chat-message', '<p>Hello! How can I assist you today?</p>')}${next('chat-message-user', '<p>Name a port.</p>')}${next('chat-message', '<p>Hamburg.</p><pre><span class="copy-code-button"></span><code>port()</code></pre>')}${composer}</div>`,
    said: [
      assistant('Hello! How can I assist you today?', { model: 'gpt-5' }),
      user('Name a port.'),
      assistant('Hamburg.\nport()', { model: 'gpt-5' }),
    ],
  },
  {
    by: 'chainlit/steps',
    what: 'a tool before the answer, a growing answer, a failed one; the copilot in a shadow root',
    url,
    html: `<div id="chainlit-copilot"><template shadowrootmode="open">${step('u1', 'user_message', `<div class="flex flex-col"><button class="edit-message">Edit</button><div class="px-5">${stepText('<p>Name a port.</p>')}</div></div>`)}
      ${step('t1', 'tool', '<div class="ai-message flex"><div><p id="step-search">Used search</p></div></div>')}
      ${step('a1', 'assistant_message', ai('<p>Hamburg.</p>'))}${step('u2', 'user_message', `<div>${stepText('<p>Another?</p>')}</div>`)}
      ${step('a2', 'assistant_message', ai('<p>Por<span class="inline-block loading-cursor ml-2"></span></p>'))}
      ${step('a3', 'assistant_message', ai('<p>Rate limit reached</p>', '<span class="inline-block"><svg class="h-5 w-5 fill-destructive"></svg></span>'))}${composer}</template></div>`,
    said: [
      user('Name a port.', { id: 'step-u1' }),
      assistant('Hamburg.', { id: 'step-a1' }),
      user('Another?', { id: 'step-u2' }),
      assistant('Por', { id: 'step-a2', mark: 'streaming' }),
    ],
  },
  {
    by: 'streamlit/chat',
    what: 'named by avatars and by labels; a third speaker of the app is nobody',
    url,
    html: `<div class="stApp" data-testid="stApp" data-test-script-state="notRunning">${streamlit('User', 'user', streamlitText('<p>Name a port.</p>'))}
      ${streamlit('Assistant', 'assistant', `<div data-testid="stExpander"><details><summary>Sources</summary>ports.pdf</details></div>${streamlitText('<h3>Ports<span data-testid="stHeaderActionElements"><a href="#p">link</a></span></h3><p>Hamburg.</p>')}`)}
      ${streamlit('Custom', 'Robin', streamlitText('<p>I lived there.</p>'))}
      ${streamlit('', 'human', streamlitText('<p>Another?</p>'))}${streamlit('', 'AI', streamlitText('<p>Porto.</p>'))}${composer}</div>`,
    said: [
      user('Name a port.'),
      assistant('Ports\nHamburg.', { mark: 'finished' }),
      user('Another?'),
      assistant('Porto.', { mark: 'finished' }),
    ],
  },
];

const rasa = (who: string, ...texts: string[]): string =>
  `<div class="rw-group-message rw-from-${who}">${texts.map((text) => `<div class="rw-message rw-with-avatar"><div class="rw-${who}"><div class="rw-message-text">${text}</div></div><span class="rw-message-date">10:14</span></div>`).join('')}</div>`;
const typebotBubble = (text: string): string =>
  `<div class="flex flex-col animate-fade-in"><div class="flex w-full items-center"><div class="flex relative items-start typebot-host-bubble max-w-full"><div class="flex items-center absolute px-4 py-2 bubble-typing" data-testid="host-bubble"></div><div class="overflow-hidden text-fade-in mx-4 my-2">${text}</div></div></div></div>`;
const elements = (role: string, body: string): string => `<div class="group flex w-full max-w-[95%] flex-col gap-2 ${role}">${body}</div>`;
const elementsText = (text: string): string =>
  `<div class="is-user:dark flex w-fit group-[.is-user]:ml-auto group-[.is-user]:text-foreground group-[.is-assistant]:text-foreground"><div class="size-full">${text}</div></div>`;

const kits: Markup[] = [
  {
    by: 'typebot/bubbles',
    what: 'two bubbles of one step, in a shadow root',
    url,
    html: `<typebot-standard><template shadowrootmode="open"><div class="typebot-chat-view"><div class="flex flex-col w-full min-w-0 gap-2 typebot-chat-chunk">${typebotBubble('<div>Hello.</div>')}${typebotBubble('<div>What do you look for?</div>')}<div class="flex flex-col gap-1 items-end"><div class="typebot-guest-bubble" data-testid="guest-bubble">A port</div></div></div>
      <div class="typebot-chat-chunk">${typebotBubble('<p>Hamburg.</p>')}</div>${composer}</div></template></typebot-standard>`,
    said: [assistant('Hello.\nWhat do you look for?'), user('A port'), assistant('Hamburg.')],
  },
  {
    by: 'rasa/groups',
    what: 'bubbles in a row are one answer; quick replies and dates are not',
    url,
    html: `<div class="rw-conversation-container"><div class="rw-messages-container">${rasa('client', 'Name a port.')}${rasa('response', '<div class="rw-markdown"><p>Hamburg.</p></div>', '<div class="rw-markdown"><p>Shall I name another?</p></div>')}<div class="rw-replies"><div class="rw-reply">Yes</div></div></div>${composer}</div>`,
    said: [user('Name a port.'), assistant('Hamburg.\nShall I name another?')],
  },
  {
    by: 'copilotkit/v1',
    what: 'classes',
    url,
    html: `<div class="copilotKitMessages"><div class="copilotKitMessage copilotKitUserMessage">Name a port.</div><div class="copilotKitMessage copilotKitAssistantMessage"><div class="copilotKitMarkdown"><p class="copilotKitMarkdownElement">Hamburg.</p></div><div class="copilotKitMessageControls currentMessage"><button>Copy</button></div></div></div>${composer}`,
    said: [user('Name a port.'), assistant('Hamburg.')],
  },
  {
    by: 'copilotkit/v2',
    what: 'ids, a toolbar when it is done, a tool beside the text',
    url,
    html: `<div data-testid="copilot-message-list"><div data-copilotkit="true" data-testid="copilot-user-message" class="copilotKitMessage copilotKitUserMessage" data-message-id="u1"><div>Name a port.</div><div data-testid="copilot-user-toolbar"><div>2/2</div></div></div>
      <div data-copilotkit="true" data-testid="copilot-assistant-message" class="copilotKitMessage copilotKitAssistantMessage" data-message-id="a1"><div class="cpk:prose cpk:max-w-full"><p>Hamburg.</p></div><div data-testid="copilot-tool-render">search</div><div data-testid="copilot-assistant-toolbar"><button>Copy</button></div></div></div>${composer}`,
    said: [user('Name a port.', { id: 'u1' }), assistant('Hamburg.', { id: 'a1', mark: 'finished' })],
  },
  {
    by: 'assistant-ui/slots',
    what: 'reasoning and tools in a chain, a branch; then a message that grows, and an error',
    url,
    html: `<div data-slot="aui_user-message-root" data-role="user" data-message-id="u1"><div class="aui-user-message-content"><p>Name a port.</p></div><button>Edit</button></div>
      <div data-slot="aui_assistant-message-root" data-role="assistant" data-message-id="a1"><div data-slot="aui_assistant-message-content"><div data-slot="aui_chain-of-thought"><div data-slot="reasoning-root"><button>Thought for 2 s</button><div data-slot="reasoning-content"><div data-slot="reasoning-text">North.</div></div></div><div data-slot="tool-group-root">Used 1 tool</div></div><div data-status="complete"><p class="aui-md-p">Hamburg.</p></div></div>
        <div class="aui-assistant-message-footer"><div class="aui-branch-picker-root"><button>‹</button><span class="aui-branch-picker-state">1 / 2</span><button>›</button></div><div class="aui-assistant-action-bar-root"><button>Copy</button></div></div></div>
      <div data-slot="aui_user-message-root" data-role="user" data-message-id="u2"><div class="aui-user-message-content"><p>Another?</p></div></div>
      <div data-slot="aui_assistant-message-root" data-role="assistant" data-message-id="a2"><div data-slot="aui_assistant-message-content"><div data-status="running"><p>Por</p></div></div></div>
      <div data-slot="aui_assistant-message-root" data-role="assistant" data-message-id="a3"><div data-slot="aui_assistant-message-content"><div class="aui-message-error-root">Overloaded</div></div></div>${composer}`,
    said: [
      user('Name a port.', { id: 'u1' }),
      assistant('Hamburg.', { id: 'a1', thinking: 'North.', mark: 'finished', variant: '1/2' }),
      user('Another?', { id: 'u2' }),
      assistant('Por', { id: 'a2', mark: 'streaming' }),
    ],
  },
  {
    by: 'assistant-ui/classes',
    what: 'the package',
    url,
    html: `<div class="aui-user-message-root"><div class="aui-user-message-content"><p data-status="complete" class="aui-text">Name a port.</p></div></div><div class="aui-assistant-message-root"><span class="aui-avatar-root">A</span><div class="aui-assistant-message-content"><div data-status="complete"><p class="aui-md-p">Hamburg.</p></div></div><div class="aui-assistant-action-bar-root"><button>Copy</button></div></div>${composer}`,
    said: [user('Name a port.'), assistant('Hamburg.', { mark: 'finished' })],
  },
  {
    by: 'ai-elements/messages',
    what: 'reasoning, sources, a tool, a branch that is not shown',
    url,
    html: `<div role="log">${elements('is-user ml-auto justify-end', elementsText('Name a port.'))}
      <div class="grid w-full gap-2"><div class="grid gap-2 overflow-hidden hidden">${elements('is-assistant', elementsText('<p>Porto.</p>'))}</div><div class="grid gap-2 overflow-hidden block">${elements('is-assistant', `<div class="not-prose mb-4 text-primary text-xs" data-state="closed"><button>Used 2 sources</button></div><div class="not-prose mb-4" data-state="open"><button>Thought for 2 seconds</button><div data-state="open" class="mt-4 text-sm text-muted-foreground outline-none"><p>North.</p></div></div><div class="group not-prose mb-4 w-full rounded-md border" data-state="closed"><button>search</button></div>${elementsText('<p>Hamburg.</p>')}<div class="flex items-center gap-1"><button>Copy</button></div>`)}</div></div></div>${composer}`,
    said: [user('Name a port.'), assistant('Hamburg.', { thinking: 'North.' })],
  },
  {
    by: 'gradio/chatbot',
    what: 'a thought before the answer',
    url,
    html: `<div role="log" aria-label="chatbot conversation" class="bubble-wrap"><div class="message-wrap"><div class="message-row bubble user-row"><div class="message user"><div data-testid="user" dir="ltr"><div class="message-content"><span class="md">Name a port.</span></div></div></div></div>
      <div class="message-row bubble bot-row"><div class="flex-wrap role"><div class="message bot"><div data-testid="bot" dir="ltr"><div class="thought-group"><div class="title">Thinking</div><div class="content"><p>North.</p></div></div></div></div><div class="message bot"><div data-testid="bot" dir="ltr"><div class="message-content"><span class="md chatbot prose"><p>Hamburg.</p></span></div></div></div></div></div><div class="message-buttons"><button>Copy</button></div></div></div>${composer}`,
    said: [user('Name a port.'), assistant('Hamburg.', { thinking: 'North.' })],
  },
  {
    by: 'flowise/bubbles',
    what: 'in a shadow root',
    url,
    html: `<flowise-fullchatbot><template shadowrootmode="open"><div class="chatbot-container"><div class="flex justify-end guest-container"><div class="chatbot-guest-bubble" data-testid="guest-bubble"><span>Name a port.</span></div></div><div class="flex host-container"><div class="flex flex-col"><span class="chatbot-host-bubble prose" data-testid="host-bubble"><p>Hamburg.</p></span></div></div>${composer}</div></template></flowise-fullchatbot>`,
    said: [user('Name a port.'), assistant('Hamburg.')],
  },
  {
    by: 'n8n/messages',
    what: 'a bubble that only shows that something comes',
    url,
    html: `<main class="chat-layout chat-wrapper n8n-chat"><div class="chat-messages-list"><div class="chat-message chat-message-from-user"><div class="chat-message-actions"></div><div class="n8n-markdown chat-message-markdown"><p>Name a port.</p></div></div><div class="chat-message chat-message-from-bot"><div class="n8n-markdown chat-message-markdown"><p>Hamburg.</p></div></div><div class="chat-message chat-message-from-bot chat-message-typing" data-test-id="chat-message-typing"><span class="chat-message-typing-circle">.</span></div></div>${composer}</main>`,
    said: [user('Name a port.'), assistant('Hamburg.')],
  },
  {
    by: 'botpress/messages',
    what: 'a notice of the system is nobody’s',
    url,
    html: `<div class="bpMessageListViewport"><div class="bpReset bpMessageContainer" data-direction="system"><p class="bpMessageBlocksTextText">2026-11-22</p></div><div class="bpReset bpMessageContainer" data-direction="outgoing"><div data-direction="outgoing" class="bpMessageBlocksBubble"><p>Name a port.</p></div><span class="bpMessageDeliveryStatusLabel">Delivered</span></div><div class="bpReset bpMessageContainer" data-direction="incoming"><span class="bpMessageAvatarContainer">B</span><div data-direction="incoming" class="bpMessageBlocksBubble"><p>Hamburg.</p></div></div></div>${composer}`,
    said: [user('Name a port.'), assistant('Hamburg.')],
  },
  {
    by: 'voiceflow/responses',
    what: 'two messages of one response; what shows that something comes',
    url,
    html: `<div id="voiceflow-chat"><template shadowrootmode="open"><div class="vfrc-user-response"><div class="vfrc-user-response--row"><div class="vfrc-timestamp">10:13 pm</div><div class="vfrc-message">Name a port.</div></div></div><div class="vfrc-system-response vfrc-system-response--message"><div class="vfrc-avatar"></div><div class="vfrc-system-response--list"><div class="vfrc-message"><p>Hamburg.</p></div><div class="vfrc-message"><p>It lies on the Elbe.</p></div></div><div class="vfrc-timestamp">10:14 pm</div></div><div class="vfrc-system-response vfrc-system-response--indicator">Typing</div>${composer}</template></div>`,
    said: [user('Name a port.'), assistant('Hamburg.\nIt lies on the Elbe.')],
  },
  {
    by: 'bot-framework/transcript',
    what: 'only the user’s bubbles are marked',
    url,
    html: `<section role="feed" class="webchat__basic-transcript__transcript"><article class="webchat__basic-transcript__activity"><div class="webchat__basic-transcript__activity-active-descendant"><div>You said: Name a port.</div></div><div class="webchat__stacked-layout webchat__stacked-layout--from-user"><div class="webchat__bubble webchat__bubble--from-user"><div class="webchat__bubble__content"><p>Name a port.</p></div></div><div class="webchat__stacked-layout__status">Sent at 10:14</div></div></article>
      <article class="webchat__basic-transcript__activity"><div class="webchat__basic-transcript__activity-active-descendant"><div>Bot said: Hamburg.</div></div><div class="webchat__stacked-layout"><div class="webchat__bubble"><div class="webchat__bubble__content"><p>Hamburg.</p></div></div><div class="webchat__stacked-layout__status">Sent at 10:15</div></div></article></section>${composer}`,
    said: [user('Name a port.'), assistant('Hamburg.')],
  },
  {
    by: 'deep-chat/bubbles',
    what: 'one that grows, one that failed, one that loads',
    url,
    html: `<deep-chat><template shadowrootmode="open"><div id="messages"><div class="outer-message-container deep-chat-outer-container-role-user"><div class="inner-message-container"><div class="message-bubble user-message user-message-text"><p>Name a port.</p></div></div></div><div class="outer-message-container deep-chat-outer-container-role-ai"><div class="inner-message-container"><div class="message-bubble ai-message ai-message-text"><p>Hamburg.</p></div></div></div><div class="outer-message-container deep-chat-outer-container-role-ai"><div class="inner-message-container"><div class="message-bubble ai-message ai-message-text streamed-message"><p>And Por</p></div></div></div><div class="outer-message-container"><div class="message-bubble error-message-text">Error, please try again.</div></div></div>${composer}</template></deep-chat>`,
    said: [user('Name a port.'), assistant('Hamburg.', { mark: 'finished' }), assistant('And Por', { mark: 'streaming' })],
  },
  {
    by: 'carbon-ai-chat/messages',
    what: 'text in a shadow root of its own',
    url,
    html: `<cds-aichat-custom-element><template shadowrootmode="open"><div class="cds-aichat--message cds-aichat--message--request"><div class="cds-aichat--message__label">You 10:14</div><div class="cds-aichat--sent"><div class="cds-aichat--sent--bubble"><div class="cds-aichat--sent--text">Name a port.</div></div></div></div><div class="cds-aichat--message cds-aichat--message--response"><div class="cds-aichat--message__label">watsonx 10:15</div><div class="cds-aichat--assistant-message"><div class="cds-aichat--received cds-aichat--received--text"><div class="cds-aichat--received--inner"><cds-aichat-markdown><template shadowrootmode="open"><p>Hamburg.</p></template></cds-aichat-markdown></div></div></div></div>${composer}</template></cds-aichat-custom-element>`,
    said: [user('Name a port.'), assistant('Hamburg.')],
  },
  {
    by: 'mynah-ui/cards',
    what: 'ids, one that grows',
    url,
    html: `<div class="mynah-chat-items-container"><div class="mynah-chat-item-card mynah-chat-item-prompt" messageid="u1"><div class="mynah-card"><div class="mynah-card-body"><p>Name a port.</p><div class="more-content-indicator"><button>More</button></div></div></div></div><div class="mynah-chat-item-card mynah-chat-item-answer" messageid="a1"><div class="mynah-card"><div class="mynah-card-body"><p>Hamburg.</p></div></div></div><div class="mynah-chat-item-card mynah-chat-item-answer-stream" messageid="a2"><div class="mynah-card"><div class="mynah-card-body"><p>And Por</p></div></div></div></div>${composer}`,
    said: [
      user('Name a port.', { id: 'u1' }),
      assistant('Hamburg.', { id: 'a1', mark: 'finished' }),
      assistant('And Por', { id: 'a2', mark: 'streaming' }),
    ],
  },
  {
    by: 'patternfly/messages',
    what: 'names and labels above the text',
    url,
    html: `<div class="pf-chatbot__messagebox"><section class="pf-chatbot__message pf-chatbot__message--user"><div class="pf-chatbot__message-meta">Robin</div><div class="pf-chatbot__message-response"><div class="pf-chatbot__message-and-actions"><span class="pf-chatbot__message-text"><p>Name a port.</p></span></div></div></section><section class="pf-chatbot__message pf-chatbot__message--bot"><div class="pf-chatbot__message-meta">Lightspeed AI</div><div class="pf-chatbot__message-response"><div class="pf-chatbot__message-and-actions"><span class="pf-chatbot__message-text"><p>Hamburg:</p></span><ol><li><span class="pf-chatbot__message-text"><p>docks</p></span></li></ol><div class="pf-chatbot__response-actions"><button>Copy</button></div></div><div class="pf-chatbot__source"><a href="#s">ports.pdf</a></div></div></section></div>${composer}`,
    said: [user('Name a port.'), assistant('Hamburg:\ndocks')],
  },
];

export const hosted: Markup[] = [...tools, ...kits];

/** Chats of people, and pages that borrow words: no mark may be in them. */
export const unmarked: { what: string; html: string }[] = [
  {
    what: 'a kit that people chat with too',
    html: '<section class="cs-message cs-message--incoming" data-cs-message=""><div class="cs-message__content">The van is booked.</div></section><section class="cs-message cs-message--outgoing" data-cs-message=""><div class="cs-message__content">Thanks</div></section>',
  },
  {
    what: 'a messenger',
    html: '<div class="message-in" data-id="false_1"><div class="copyable-text"><span class="selectable-text">On my way</span></div></div><div class="message-out">Good</div><div contenteditable="true" role="textbox"></div>',
  },
  {
    what: 'a team chat',
    html: '<div data-qa="message_container" class="c-message_kit__message" role="listitem"><button class="c-message__sender_button">Robin</button><div class="c-message_kit__blocks">Ship it</div></div>',
  },
  {
    what: 'a server’s channel',
    html: '<ol data-list-id="chat-messages"><li id="chat-messages-1-2" class="messageListItem_050f91"><div class="message_d5deea" data-list-item-id="chat-messages___1"><div class="markup_f8f345 messageContent_f9f2ca">hello</div></div></li></ol>',
  },
  {
    what: 'a meeting’s chat',
    html: '<div data-tid="chat-pane-message"><div class="fui-ChatMessage__body" data-tid="message-body">See you</div></div><div class="fui-ChatMyMessage__body">Yes</div>',
  },
  {
    what: 'live support by people',
    html: '<div class="chat-message agent"><div class="bubble">Anna here, how can I help?</div></div><div class="chat-message visitor"><div class="bubble">My parcel</div></div>',
  },
  {
    what: 'mail',
    html: '<div class="adn ads" data-message-id="#msg-f:18"><div class="ii gt"><div class="a3s aiL">Dear team</div></div></div>',
  },
  {
    what: 'an issue tracker',
    html: '<div class="timeline-comment"><div class="comment-body markdown-body js-comment-body"><p>Fails on main.</p></div></div><div id="message-12" class="user-message">note</div>',
  },
  {
    what: 'a forum of questions',
    html: '<div class="answer" id="answer-7" data-answerid="7"><div class="s-prose js-post-body"><p>Use a set.</p></div></div><div class="question">How?</div>',
  },
  {
    what: 'a docs editor',
    html: '<div class="kix-appview-editor"><div class="docos-replyview-body">Please check</div></div>',
  },
  {
    what: 'an article with code',
    html: '<article class="prose markdown"><h1>Ports</h1><p>Text</p><div data-streamdown="code-block"><pre><code class="language-js">port()</code></pre></div></article>',
  },
  {
    what: 'a shop',
    html: '<div class="group is-active card" data-slot="card" data-testid="message-body"><p>9.90</p></div><div data-role="assistant-panel">Size help</div>',
  },
  {
    what: 'a Streamlit app where people speak',
    html: `<div data-testid="stApp">${streamlit('Custom', 'Robin', streamlitText('<p>Hi</p>'))}${streamlit('User', 'user', streamlitText('<p>Hello</p>'))}</div>`,
  },
  {
    what: 'a form with steps',
    html: '<div data-step-type="payment" class="step" id="step-2"><div class="message-content">Pay</div></div>',
  },
];
