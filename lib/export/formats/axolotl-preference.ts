/** Axolotl, DPO with `type: chat_template.default`: `{ messages: […], chosen: message, rejected: message }`; one message, no list of them. */
import { preferring, said } from '../learned.ts';
import { checkMessages } from '../rules.ts';
import { checkPair } from '../shapes.ts';
import { trainingFormat } from '../training.ts';

export const axolotlPreference = trainingFormat({
  id: 'axolotl-preference',
  label: 'preference',
  reader: 'axolotl',
  keys: ['messages', 'chosen', 'rejected'],
  row: preferring(({ chosen, rejected }, messages) => ({ messages, chosen: said(chosen)[0], rejected: said(rejected)[0] })),
  check: ({ messages, chosen, rejected }) => [...checkMessages(messages, 'user'), ...checkPair([chosen], [rejected])],
});
