/** TRL preference with an explicit prompt, conversational (DPO, CPO, ORPO): `{ prompt: […], chosen: […], rejected: […] }`. */
import { preferring, said } from '../learned.ts';
import { checkMessages } from '../rules.ts';
import { checkPair } from '../shapes.ts';
import { trainingFormat } from '../training.ts';

export const trlPreference = trainingFormat({
  id: 'trl-preference',
  label: 'preference',
  reader: 'trl',
  keys: ['prompt', 'chosen', 'rejected'],
  row: preferring(({ chosen, rejected }, prompt) => ({ prompt, chosen: said(chosen), rejected: said(rejected) })),
  check: ({ prompt, chosen, rejected }) => [...checkMessages(prompt, 'user'), ...checkPair(chosen, rejected)],
});
