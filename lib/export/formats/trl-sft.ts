/** TRL prompt-completion, conversational (SFTTrainer; the loss is on the completion): `{ prompt: […], completion: […] }`. */
import { imitating, said } from '../learned.ts';
import { checkCompletion, checkMessages } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const trlSft = trainingFormat({
  id: 'trl-sft',
  label: 'completion',
  reader: 'trl',
  keys: ['prompt', 'completion'],
  row: imitating((completion, prompt) => ({ prompt, completion: said(completion) })),
  check: ({ prompt, completion }) => [...checkMessages(prompt, 'user'), ...checkCompletion(completion)],
});
