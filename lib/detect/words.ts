/**
 * The words by which tools name who speaks. Counted on 46 kits: a role word in a class, attribute or tag in 22, only
 * direction words in 14, only the prompts marked in 4. A single word proves nothing; two that fill the same place in
 * otherwise equal names (`chat-message-from-bot`, `chat-message-from-user`) do.
 */

export type Role = 'user' | 'assistant';

/** One element's name for a speaker. `stem` is the name with `*` in the place of the word. */
export interface Mark {
  role: Role;
  word: string;
  stem: string;
  /** 3 names an AI, 2 a role, 1 a direction. */
  strength: 1 | 2 | 3;
}

const vocabulary = new Map<string, [Role, 1 | 2 | 3]>();
const learn = (role: Role, strength: 1 | 2 | 3, words: string): void => {
  for (const word of words.split(' ')) vocabulary.set(word, [role, strength]);
};
learn('assistant', 3, 'assistant bot ai llm gpt chatgpt claude gemini copilot robot');
learn('assistant', 2, 'model agent system answer response reply host machine operator');
learn('user', 2, 'user human guest visitor customer client prompt question query request asker');
learn('assistant', 1, 'incoming received receiver recipient left start other others them their theirs in friend');
learn('user', 1, 'outgoing sent sender right end out me self own mine my you');

/** Any vocabulary word, as a cheap first look at a whole attribute. */
const glance = new RegExp([...vocabulary.keys()].join('|'), 'i');
/** Words that lay a box out; what they say about a speaker is in the whole class list, not in one class. */
const layout =
  /^(?:[\w-]+:)*[!-]?(justify|items|self|content|text|align|float|place|flex|m[xytrblse]|rounded|origin|inset|border|p|px|pl|pr|col|row)\b/;

/** Words that say who speaks without another beside them: `.me` does, `.start` does not. */
const alone =
  /^(me|mine|self|own|user|human|assistant|bot|ai|model|agent|sent|received|incoming|outgoing|left|right|other|others|them|sender|receiver|answer|response|question|prompt|query)$/;

/** The words of a name: split at case, dashes and digits, hashes dropped. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);

/** The marks in a class attribute. */
export function classMarks(value: string): Mark[] {
  if (!glance.test(value)) return [];
  const marks: Mark[] = [];
  for (const token of value.split(/\s+/)) {
    // `[&_strong]:my-2` is a rule for what is inside.
    if (!glance.test(token) || /[[\]&>]/.test(token)) continue;
    if (layout.test(token)) {
      // `justify-end` among equal utility classes: the whole list is the name.
      for (const mark of marksOf('', token))
        if (mark.strength === 1) marks.push({ ...mark, stem: `layout:${value.replace(token, mark.stem)}` });
    } else marks.push(...marksOf('class', token));
  }
  return marks;
}

/** The mark in a `data-*` value, or in a boolean attribute that asks about the speaker (`data-is-user="true"`). */
export function dataMarks(name: string, value: string): Mark[] {
  if (value === 'true' || value === 'false') {
    const asked = marksOf(name, name.slice(5)).find(({ strength, word }) => strength > 1 || /^(me|self|own|mine)$/.test(word));
    if (!asked) return [];
    const role = value === 'true' ? asked.role : asked.role === 'user' ? 'assistant' : 'user';
    return [{ ...asked, role, stem: `${name}=*` }];
  }
  if (value.length > 120 || !glance.test(value)) return [];
  return marksOf(
    name,
    value
      .split(/[^A-Za-z0-9]+/)
      .filter((part) => !/\d/.test(part))
      .join('-'),
  );
}

/** The mark in the name of a custom element. */
export const tagMarks = (localName: string): Mark[] => (localName.includes('-') ? marksOf('tag', localName) : []);

function marksOf(where: string, name: string): Mark[] {
  const words = wordsOf(name);
  const marks: Mark[] = [];
  words.forEach((word, at) => {
    const known = vocabulary.get(word);
    if (!known) return;
    // `user-select`, `right-panel`, `agent-list`: many words more are another thing's name.
    // `aiL` is no word of anybody's.
    if (words.length > 8 || (words.length === 1 && (!alone.test(word) || /[a-z][A-Z]$/.test(name)))) return;
    // `response-content-markdown` styles what is written, whoever wrote it.
    if (
      known[1] === 2 &&
      known[0] === 'assistant' &&
      words.some((other) => /^(markdown|content|text|body)$/.test(other)) &&
      where !== 'tag'
    )
      return;
    // `to-user` is said by the other.
    const [role, strength] = words[at - 1] === 'to' ? [known[0] === 'user' ? ('assistant' as const) : ('user' as const), known[1]] : known;
    const stem = `${where}:${words.map((other, index) => (index === at ? '*' : index === at - 1 && other === 'to' ? 'from' : other)).join('-')}`;
    marks.push({ role, word, stem, strength: role === known[0] ? strength : 2 });
  });
  // `copilot-user-message`: the first is the product's name, the second says who speaks.
  const speaks = marks.filter(
    ({ strength, role }, at) => !(strength === 3 && role === 'assistant' && marks.slice(at + 1).some((later) => later.role === 'user')),
  );
  if (speaks.length < marks.length) return speaks;
  // "system-response": two words for one speaker say it once, and more surely.
  const [first, second] = marks;
  if (first && second && marks.length === 2 && first.role === second.role && words.indexOf(second.word) === words.indexOf(first.word) + 1) {
    return [...marks, { ...first, stem: first.stem.replace(`*-${second.word}`, '*'), strength: 2 }];
  }
  return marks;
}

/** Does a text name an AI? For titles, headings and labels. */
export const namesAi = (text: string): boolean =>
  /\b(AI|A\.I\.|assistant|chat ?bot|bot|copilot|GPT|ChatGPT|Claude|Gemini|Mistral|DeepSeek|Llama|LLM|Qwen|Grok|Perplexity)\b|(?:KI|IA|ИИ|AI)-?(?:assistent|助手)?\b/.test(
    text,
  ) || /assistant|chatbot|assistent|asistente|assistente|ассистент|助手|アシスタント/i.test(text);
