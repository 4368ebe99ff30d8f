import 'quasar/dist/quasar.css';
import { QBtn, QChatMessage, QInput, Quasar } from 'quasar';
import { createApp, h, ref, shallowRef } from 'vue';
import { askByItself, conversation } from '../chat.js';

const avatar = (colour) =>
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="${colour}"/></svg>`;

const App = {
  setup() {
    const messages = shallowRef([]);
    const draft = ref('');
    const chat = conversation((now) => (messages.value = now));
    askByItself(chat.send);
    const bubble = ({ id, role, text }) => {
      const sent = role === 'user';
      return h(QChatMessage, {
        key: id,
        name: sent ? 'me' : 'Geo',
        sent,
        text: [text],
        stamp: '7 minutes ago',
        avatar: avatar(sent ? 'teal' : 'orange'),
      });
    };
    const send = () => {
      void chat.send(draft.value);
      draft.value = '';
    };
    return () =>
      h('div', { class: 'q-pa-md row justify-center' }, [
        h('div', { style: 'width:100%;max-width:700px' }, [
          ...messages.value.map(bubble),
          h(QInput, { modelValue: draft.value, 'onUpdate:modelValue': (text) => (draft.value = text), label: 'Message' }),
          h(QBtn, { label: 'Send', onClick: send }),
        ]),
      ]);
  },
};

createApp(App).use(Quasar).mount('#root');
