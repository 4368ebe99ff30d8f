/** How many answers of saved real pages are found, per tool, with the adapters and without. */
import { finder, present, scoreOf, tools, type Score } from '../pages/score.ts';
import { openChromium } from './browser.ts';
import type { Result } from './result.ts';

const sum = (scores: Score[], of: 'answers' | 'found' | 'whole' | 'extra' | 'prompts'): number =>
  scores.reduce((all, score) => all + score[of], 0);

export async function benchPages(): Promise<Result[]> {
  if (!present) {
    console.log('Pages: left out, for there are no saved pages beside the project.');
    return [];
  }
  const browser = await openChromium();
  try {
    const find = await finder(browser);
    const results: Result[] = [];
    for (const own of [true, false]) {
      const how = own ? 'by adapter' : 'generic only';
      const scores: Score[] = [];
      for (const tool of tools()) {
        const { score } = await scoreOf(tool, own, find);
        scores.push(score);
        if (score.answers > 0)
          results.push({
            name: `${tool}, ${how}: answers found`,
            value: score.found,
            unit: 'answers',
            baseline: score.answers,
            ratio: score.found / score.answers,
          });
      }
      const found = sum(scores, 'found');
      const answers = sum(scores, 'answers');
      const all = found + sum(scores, 'extra');
      results.push(
        { name: `all pages, ${how}: recall`, value: found, unit: 'answers', baseline: answers, ratio: found / answers },
        { name: `all pages, ${how}: precision`, value: found, unit: 'answers', baseline: all, ratio: found / all },
        {
          name: `all pages, ${how}: whole texts`,
          value: sum(scores, 'whole'),
          unit: 'answers',
          baseline: answers,
          ratio: sum(scores, 'whole') / answers,
        },
        {
          name: `all pages, ${how}: right prompt`,
          value: sum(scores, 'prompts'),
          unit: 'answers',
          baseline: found,
          ratio: sum(scores, 'prompts') / found,
        },
      );
    }
    return results;
  } finally {
    await browser.close();
  }
}
