import Chatbot from 'flowise-embed/dist/web.js';
import { askByItself, history } from '../chat.js';

const welcome = 'Hi there! How can I help?';
localStorage.setItem(
  'flowise_EXTERNAL',
  JSON.stringify({
    chatId: 'c1',
    chatHistory: [
      { message: welcome, type: 'apiMessage' },
      ...history.map(({ id, role, text }) => ({ message: text, type: role === 'user' ? 'userMessage' : 'apiMessage', messageId: id })),
    ],
  }),
);
const chat = document.createElement('flowise-fullchatbot');
document.getElementById('root').append(chat);
Chatbot.initFull({
  chatflowid: 'flowise',
  apiHost: `${location.origin}/flowise-api`,
  theme: { chatWindow: { showTitle: true, title: 'Flowise bot', welcomeMessage: welcome } },
});

// The widget takes no prompt from outside: the page types it, as a person would.
askByItself(function type(prompt) {
  const field = chat.shadowRoot?.querySelector('textarea');
  if (!field) return requestAnimationFrame(() => type(prompt));
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, prompt);
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  return requestAnimationFrame(() => [...chat.shadowRoot.querySelectorAll('button.chatbot-button')].at(-1).click());
});
