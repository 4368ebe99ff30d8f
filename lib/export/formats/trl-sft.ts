/** TRL prompt-completion, conversational (SFTTrainer; the loss is on the completion): `{ prompt: […], completion: […] }`. */
import { checkCompletion, checkMessages } from '../rules.ts';
import { said, trainingFormat } from '../training.ts';

export const trlSft = trainingFormat({
  id: 'trl-sft',
  label: 'format.trl-sft',
  keys: ['prompt', 'completion'],
  row({ imitate, reason }, prompt) {
    if (imitate === null) return reason;
    return imitate.trim() === '' ? 'empty-content' : { prompt, completion: said(imitate) };
  },
  check: ({ prompt, completion }) => [...checkMessages(prompt, 'user'), ...checkCompletion(completion)],
});
