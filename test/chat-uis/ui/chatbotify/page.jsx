import { createRoot } from 'react-dom/client';
import ChatBot from 'react-chatbotify';
import { askByItself, replies, script } from '../chat.js';

// This package has no history to give: the page types each prompt, as a person would.
const flow = {
  start: { message: 'Hello! Ask me about trains.', path: 'loop' },
  loop: {
    message: async ({ userInput, streamMessage, endStreamMessage }) => {
      let text = '';
      for await (const piece of replies(userInput)) await streamMessage((text += piece));
      await endStreamMessage();
    },
    path: 'loop',
  },
};

createRoot(document.getElementById('root')).render(
  <ChatBot
    flow={flow}
    settings={{ general: { embedded: true }, chatHistory: { disabled: true }, header: { title: 'Rail bot' } }}
    styles={{ chatWindowStyle: { width: '100vw', height: '100vh' } }}
  />,
);

// Resolves when `ready()` holds; looks once a frame.
const when = (ready) =>
  new Promise((resolve) => {
    const look = () => (ready() ? resolve() : requestAnimationFrame(look));
    look();
  });

// As typing does: the framework listens to the element's own setter and to the event.
function setValue(element, value) {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}

async function type(prompt) {
  const field = () => document.querySelector('textarea:not([disabled])');
  await when(field);
  await when(() => {
    setValue(field(), prompt);
    document.querySelector('.rcb-send-button').dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    return [...document.querySelectorAll('.rcb-user-message')].some((sent) => sent.textContent === prompt);
  });
}

askByItself(async () => {
  for (const { prompt, answer } of script) {
    await type(prompt);
    await when(() => document.body.textContent.includes(answer));
  }
});
