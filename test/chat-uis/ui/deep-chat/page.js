import 'deep-chat';
import { askByItself, history, replies } from '../chat.js';

const chat = document.createElement('deep-chat');
chat.history = history.map(({ role, text }) => ({ role: role === 'user' ? 'user' : 'ai', text }));
chat.connect = {
  stream: true,
  handler: async (body, signals) => {
    signals.onOpen();
    for await (const text of replies(body.messages.at(-1).text)) await signals.onResponse({ text });
    signals.onClose();
  },
};
chat.style.width = '100%';
chat.style.height = '90vh';
chat.onComponentRender = () => {
  chat.onComponentRender = null;
  askByItself((text) => chat.submitUserMessage({ text }));
};
document.getElementById('root').append(chat);
