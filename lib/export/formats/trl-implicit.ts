/** TRL preference with an implicit prompt, conversational (RewardTrainer): `{ chosen: […], rejected: […] }`, both whole conversations. */
import { preferring, said } from '../learned.ts';
import { checkMessages } from '../rules.ts';
import { checkPair } from '../shapes.ts';
import { trainingFormat } from '../training.ts';

export const trlImplicit = trainingFormat({
  id: 'trl-implicit',
  label: 'implicit',
  reader: 'trl',
  keys: ['chosen', 'rejected'],
  row: preferring(({ chosen, rejected }, prompt) => ({
    chosen: [...prompt, ...said(chosen)],
    rejected: [...prompt, ...said(rejected)],
  })),
  check({ chosen, rejected }) {
    const problems = [...checkMessages(chosen, 'assistant'), ...checkMessages(rejected, 'assistant')];
    if (problems.length > 0) return problems;
    const [one, other] = [chosen as unknown[], rejected as unknown[]];
    const shared = JSON.stringify(one.slice(0, -1)) === JSON.stringify(other.slice(0, -1));
    return shared ? checkPair(one.slice(-1), other.slice(-1)) : ['the prompts differ'];
  },
});
