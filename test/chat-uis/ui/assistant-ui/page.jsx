import '@assistant-ui/react-ui/styles/index.css';
import '@assistant-ui/react-ui/styles/markdown.css';
import './look.css';
import { AssistantRuntimeProvider, useLocalRuntime } from '@assistant-ui/react';
import { makeMarkdownText, Thread } from '@assistant-ui/react-ui';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { askByItself, history, replies } from '../chat.js';

document.documentElement.classList.toggle('dark', new URLSearchParams(location.search).has('dark'));

const Text = makeMarkdownText();
const model = {
  async *run({ messages }) {
    let text = '';
    for await (const piece of replies(messages.at(-1).content[0].text)) {
      text += piece;
      yield { content: [{ type: 'text', text }] };
    }
  },
};

function App() {
  const runtime = useLocalRuntime(model, {
    initialMessages: history.map(({ role, text }) => ({ role, content: [{ type: 'text', text }] })),
  });
  useEffect(() => askByItself((prompt) => runtime.thread.append(prompt)), [runtime]);
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <Thread assistantMessage={{ components: { Text } }} />
    </AssistantRuntimeProvider>
  );
}

createRoot(document.getElementById('root')).render(<App />);
