/** The chat UIs that we test on: real packages from npm, none of them ours. */
import { conversations, type Exchange } from './conversations.ts';
import { shownKeys } from './shown.ts';

/** One page, served at `/<id>/`. */
export interface ChatUi {
  id: string;
  /** The npm package that draws the conversation. */
  package: string;
  framework: string;
  conversation: keyof typeof conversations;
  shadow: boolean;
  /** The conversation stands in a same-origin frame of this page. */
  framed: boolean;
  streams: boolean;
  /** What the bot says before anybody asks: as an answer or not, both is right. */
  greetings: string[];
  /** Two people, no assistant: nothing here is an answer. */
  people: boolean;
}

const light = { shadow: false, framed: false, streams: true, greetings: [], people: false };

/** Each with a conversation of its own: the same answer to the same prompt on one origin is one answer, whatever draws it. */
export const uis: ChatUi[] = [
  { ...light, id: 'assistant-ui', package: '@assistant-ui/react-ui', framework: 'React', conversation: 'moon' },
  {
    ...light,
    id: 'chatbotify',
    package: 'react-chatbotify',
    framework: 'React',
    conversation: 'travel',
    greetings: ['Hello! Ask me about trains.'],
  },
  { ...light, id: 'chatscope', package: '@chatscope/chat-ui-kit-react', framework: 'React', conversation: 'support' },
  { ...light, id: 'deep-chat', package: 'deep-chat', framework: 'web component', conversation: 'code', shadow: true },
  {
    ...light,
    id: 'flowise',
    package: 'flowise-embed',
    framework: 'SolidJS web component',
    conversation: 'databases',
    shadow: true,
    greetings: ['Hi there! How can I help?'],
  },
  { ...light, id: 'quasar', package: 'quasar', framework: 'Vue', conversation: 'capitals' },
  { ...light, id: 'frame', package: '@assistant-ui/react-ui', framework: 'React in a frame', conversation: 'bread', framed: true },
  {
    ...light,
    id: 'people',
    package: '@chatscope/chat-ui-kit-react',
    framework: 'React',
    conversation: 'colleagues',
    streams: false,
    people: true,
  },
];

/** What `/<id>/truth.json` says. `turns` is the script; `answers` and `prompts` hold the keys that a shown text may have. */
export interface Truth {
  id: string;
  turns: Exchange[];
  prompts: { text: string; keys: string[] }[];
  answers: { text: string; keys: string[] }[];
}

/** The truth of one page. A page of two people has neither prompts nor answers. */
export function truthOf(ui: ChatUi): Truth {
  const turns = conversations[ui.conversation];
  const listed = (texts: string[]) => (ui.people ? [] : texts.map((text) => ({ text, keys: shownKeys(text) })));
  return { id: ui.id, turns, prompts: listed(turns.map((turn) => turn.prompt)), answers: listed(turns.map((turn) => turn.answer)) };
}
