/** TRL unpaired preference, conversational (KTO, BCO): `{ prompt: […], completion: […], label: true | false }`. */
import { judging, said } from '../learned.ts';
import { checkCompletion, checkMessages } from '../rules.ts';
import { trainingFormat } from '../training.ts';

export const trlKto = trainingFormat({
  id: 'trl-kto',
  label: 'judged',
  reader: 'trl',
  keys: ['prompt', 'completion', 'label'],
  row: judging(({ completion, good }, prompt) => ({ prompt, completion: said(completion), label: good })),
  check: ({ prompt, completion, label }) => [
    ...checkMessages(prompt, 'user'),
    ...checkCompletion(completion),
    ...(typeof label === 'boolean' ? [] : ['the label is no boolean']),
  ],
});
