/** Models without conversations on Bedrock: `{ prompt, completion }`, both text. */
import { imitating, onlyTurn } from '../learned.ts';
import { checkText } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const bedrockCompletion = trainingFormat({
  id: 'bedrock-completion',
  label: 'completion',
  reader: 'bedrock',
  keys: ['prompt', 'completion'],
  row: imitating((completion, prompt) => {
    const turn = onlyTurn(prompt);
    return typeof turn === 'string' ? turn : { prompt: turn.text, completion };
  }),
  check: ({ prompt, completion }) => [...checkText(prompt, 'the prompt'), ...checkText(completion, 'the completion')],
});
