/**
 * Anthropic's HH-RLHF: `{ chosen, rejected }`, both whole dialogues as text, `\n\nHuman: …\n\nAssistant: …`. Readers split it at these words, so that a
 * turn that holds them at the beginning of a line would become two: it is refused, as is a system message, for which there is no word.
 */
import { apart, preferring, said, same } from '../learned.ts';
import { checkText, type Message } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const hhRlhf = trainingFormat({
  id: 'hh-rlhf',
  label: 'dialogues',
  reader: 'datasets',
  keys: ['chosen', 'rejected'],
  row: preferring(({ chosen, rejected }, prompt) => {
    if (apart(prompt).system !== null) return 'system-not-held';
    if ([...prompt, ...said(chosen), ...said(rejected)].some(({ content }) => marker.test(content))) return 'role-markers';
    return { chosen: dialogue([...prompt, ...said(chosen)]), rejected: dialogue([...prompt, ...said(rejected)]) };
  }),
  check({ chosen, rejected }) {
    const problems = [...checkDialogue(chosen), ...checkDialogue(rejected)];
    if (problems.length > 0) return problems;
    const [one, other] = [lastOf(chosen as string), lastOf(rejected as string)];
    return one.before === other.before && !same(one.answer, other.answer) ? [] : ['the dialogues do not differ in the last turn alone'];
  },
});

/** What a reader could take for the beginning of a turn. */
const marker = /\n\s*(Human|Assistant):/;

const dialogue = (turns: Message[]): string =>
  turns.map(({ role, content }) => `\n\n${role === 'user' ? 'Human' : 'Assistant'}: ${content}`).join('');

function checkDialogue(value: unknown): string[] {
  const problems = checkText(value, 'the dialogue');
  if (problems.length > 0) return problems;
  const [before, ...turns] = (value as string).split(/\n\n(Human|Assistant): /);
  const roles = turns.filter((_, at) => at % 2 === 0);
  const texts = turns.filter((_, at) => at % 2 === 1);
  const alternate =
    roles.every((role, at) => role === (at % 2 === 0 ? 'Human' : 'Assistant')) && roles.length % 2 === 0 && roles.length > 0;
  if (before !== '' || !alternate) return ['the turns do not alternate'];
  return texts.flatMap((text) => (marker.test(text) ? ['a turn holds a marker'] : checkText(text, 'a turn')));
}

function lastOf(text: string): { before: string; answer: string } {
  const at = text.lastIndexOf('\n\nAssistant: ');
  return { before: text.slice(0, at), answer: text.slice(at + '\n\nAssistant: '.length) };
}
