/** TRL unpaired preference, conversational (KTO, BCO): `{ prompt: […], completion: […], label: true | false }`. */
import { checkCompletion, checkMessages } from '../rules.ts';
import { said, trainingFormat } from '../training.ts';

export const trlKto = trainingFormat({
  id: 'trl-kto',
  label: 'format.trl-kto',
  keys: ['prompt', 'completion', 'label'],
  row({ judge, reason }, prompt) {
    if (!judge) return reason;
    // An empty completion would flip the label's meaning in the trainer.
    return judge.completion.trim() === '' ? 'empty-content' : { prompt, completion: said(judge.completion), label: judge.good };
  },
  check: ({ prompt, completion, label }) => [
    ...checkMessages(prompt, 'user'),
    ...checkCompletion(completion),
    ...(typeof label === 'boolean' ? [] : ['the label is no boolean']),
  ],
});
