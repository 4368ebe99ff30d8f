/**
 * Scores in the style of HelpSteer: `{ prompt, response, <attribute>: 0 to 4, … }`. The attributes are the criteria of the rubric; those that HelpSteer
 * knows too have its names.
 */
import { checkText } from '../rules.ts';
import { scoring } from '../scored.ts';
import { trainingFormat } from '../training.ts';

const names: Record<string, string> = { useful: 'helpfulness', correct: 'correctness', clear: 'coherence' };

export const helpsteer = trainingFormat({
  id: 'helpsteer',
  label: 'helpsteer',
  reader: 'datasets',
  keys: null,
  row: scoring(({ prompt, answer, scores }) => ({
    prompt,
    response: answer,
    ...Object.fromEntries(scores.map(({ criterion, points }) => [names[criterion] ?? criterion, points - 1])),
  })),
  check({ prompt, response, ...attributes }) {
    const points = Object.values(attributes);
    const right = points.length > 0 && points.every((value) => [0, 1, 2, 3, 4].includes(value as number));
    return [...checkText(prompt, 'the prompt'), ...checkText(response, 'the response'), ...(right ? [] : ['an attribute is not 0 to 4'])];
  },
});
