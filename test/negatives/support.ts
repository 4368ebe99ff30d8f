/** Support chats with a person at the other end, after the widgets' public markup. */
import type { Negative } from './page.ts';
import { page, talk, type Said } from './words.ts';

const shop =
  '<main><h1>Garden chairs</h1><p>Solid oak, made to last. Delivered in three days.</p><ul><li>Oak</li><li>Oiled</li></ul></main>';

/** A shop with a widget open. */
const widget = (name: string, host: string, frame: (said: string) => string, each: (said: Said) => string): Negative => ({
  name: `${name}, a human agent`,
  url: `https://${host}/chairs`,
  html: page('Garden chairs | Oak & Oil', `${shop}${frame(talk(9).map(each).join(''))}`),
});
const who = (mine: boolean, visitor: string, agent: string): string => (mine ? visitor : agent);

export const support: Negative[] = [
  widget(
    'Intercom',
    'oak.example',
    (said) =>
      `<div id="intercom-container"><div class="intercom-messenger"><div class="intercom-conversation-profile">Priya, replies in minutes</div><div class="intercom-conversation-parts" role="log">${said}</div><textarea placeholder="Ask a question…"></textarea></div></div>`,
    ({ mine, name, text, id }) =>
      `<div class="intercom-conversation-part intercom-conversation-part-${who(mine, 'user', 'admin')} intercom-${id}"><div class="intercom-comment intercom-comment-by-${who(mine, 'user', 'admin')}">${mine ? '' : `<img alt="${name}">`}<div class="intercom-block-paragraph">${text}</div></div></div>`,
  ),
  widget(
    'Zendesk',
    'oil.example',
    (said) =>
      `<div id="webWidget"><div role="log" aria-live="polite" data-garden-id="chat.log">${said}</div><button aria-label="Rate this chat as good">👍</button><button aria-label="Rate this chat as bad">👎</button><textarea placeholder="Type a message here…"></textarea></div>`,
    ({ mine, name, text }) =>
      `<div class="chat-msg chat-msg-${who(mine, 'visitor', 'agent')}" data-testid="chat-msg-${who(mine, 'user', 'agent')}"><span class="chat-name">${name}</span><div class="chat-bubble">${text}</div></div>`,
  ),
  widget(
    'Crisp',
    'linen.example',
    (said) =>
      `<div class="crisp-client"><div class="cc-1no03">${said}</div><textarea name="message" placeholder="Compose your message…"></textarea></div>`,
    ({ mine, text, id }) =>
      `<div class="cc-1v4tr" data-id="${id}" data-from="${who(mine, 'user', 'operator')}" data-type="text"><span class="cc-1dnxx">${text}</span></div>`,
  ),
  widget(
    'Tidio',
    'glass.example',
    (said) =>
      `<div id="tidio-chat"><div id="messages">${said}</div><textarea id="new-message-textarea" placeholder="Enter your message…"></textarea></div>`,
    ({ mine, text }) =>
      `<div class="message message-${who(mine, 'visitor', 'operator')}"><span class="message-content">${text}</span></div>`,
  ),
  widget(
    'tawk.to',
    'wool.example',
    (said) =>
      `<div class="tawk-chat-panel"><div class="tawk-chat-panel-inner" role="log">${said}</div><div contenteditable="true" role="textbox" aria-label="Type here and press enter" class="tawk-chatinput-editor"></div><button title="Rate positive" class="tawk-thumbs-up"></button><button title="Rate negative" class="tawk-thumbs-down"></button></div>`,
    ({ mine, name, text }) =>
      `<div class="tawk-message-${who(mine, 'visitor', 'agent')}"><div class="tawk-agent-name">${mine ? 'You' : name}</div><div class="tawk-message-bubble">${text}</div></div>`,
  ),
  widget(
    'Chatwoot',
    'clay.example',
    (said) =>
      `<div id="app" class="woot-widget-wrap"><div class="conversation--container">${said}</div><textarea class="user-message-input" placeholder="Type your message"></textarea></div>`,
    ({ mine, text, id }) =>
      `<div id="cwmsg-${id}" class="${who(mine, 'user-message-wrap', 'agent-message-wrap')}"><div class="${who(mine, 'user-message', 'agent-message')}"><div class="chat-bubble ${who(mine, 'user', 'agent')}"><div class="message-content"><p>${text}</p></div></div></div></div>`,
  ),
  widget(
    'LiveChat',
    'moss.example',
    (said) =>
      `<div class="lc-widget"><div role="log" class="lc-messages">${said}</div><textarea placeholder="Write a message…"></textarea></div>`,
    ({ mine, name, text, time }) =>
      `<div class="lc-${who(mine, '1mpchac', 'wmgpqy')}"><div data-direction="${who(mine, 'outgoing', 'incoming')}"><span>${name}</span><time>${time}</time><div>${text}</div></div></div>`,
  ),
  widget(
    'HubSpot',
    'fern.example',
    (said) =>
      `<div class="widget-app"><div class="VizExTypeContentWrapper" aria-live="polite">${said}</div><textarea data-test-id="chat-input" placeholder="Write a message"></textarea></div>`,
    ({ mine, name, text }) =>
      `<div data-test-id="${who(mine, 'visitor-message', 'agent-message')}" class="${who(mine, 'MessageFromVisitor', 'MessageFromOther')}"><span>${name} · Support team</span><div class="ThreadMessage">${text}</div></div>`,
  ),
];
