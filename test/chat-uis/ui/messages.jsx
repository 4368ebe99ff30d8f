// A conversation in @chatscope's kit: the same for an assistant and for two people.
import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import { ChatContainer, MainContainer, Message, MessageInput, MessageList, TypingIndicator } from '@chatscope/chat-ui-kit-react';
import { useEffect, useRef, useState } from 'react';
import { askByItself, conversation } from './chat.js';

export function Messages({ start, me, other, typing }) {
  const [{ messages, busy }, show] = useState({ messages: start, busy: false });
  const chat = useRef(null);
  useEffect(() => {
    chat.current = conversation((messages, busy) => show({ messages, busy }), start);
    askByItself(chat.current.send);
  }, [start]);
  return (
    <MainContainer>
      <ChatContainer>
        <MessageList typingIndicator={busy ? <TypingIndicator content={typing} /> : null}>
          {messages.map(({ id, role, text }) => (
            <Message
              key={id}
              model={{
                message: text,
                direction: role === 'user' ? 'outgoing' : 'incoming',
                position: 'single',
                sender: role === 'user' ? me : other,
              }}
            />
          ))}
        </MessageList>
        <MessageInput placeholder="Type message here" attachButton={false} onSend={(html, text) => chat.current.send(text)} />
      </ChatContainer>
    </MainContainer>
  );
}
