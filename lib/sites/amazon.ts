/** Amazon's summary of customer reviews. Nobody asked for it: it has no prompt. */
import type { SiteAdapter } from '../model/site.ts';

/** The shops of Amazon by country. */
const shops = [
  'com',
  'ca',
  'com.mx',
  'com.br',
  'co.uk',
  'de',
  'fr',
  'it',
  'es',
  'nl',
  'pl',
  'se',
  'com.be',
  'ie',
  'com.tr',
  'ae',
  'sa',
  'eg',
  'in',
  'co.jp',
  'com.au',
  'sg',
  'co.za',
].map((ending) => `https://www.amazon.${ending}`);

export const amazon: SiteAdapter = {
  id: 'amazon',
  provider: 'amazon',
  origins: shops,
  layouts: [
    {
      id: 'review-summary',
      answer: [
        { select: '[data-hook="cr-insights-widget-summary"]', seen: '2026-08-31', grade: 'report' },
        { select: '[data-testid="overall-summary"]', seen: '2026-08-31', grade: 'report' },
        { select: '#product-summary', seen: '2026-08-31', grade: 'report' },
        { select: 'p[data-hook="cr-summarization-excerpt"]', seen: '2026-06-30', grade: 'report' },
      ],
      prompt: [],
      body: [
        { select: '[data-testid="overall-summary"]', seen: '2026-08-31', grade: 'report' },
        { select: '.a-expander-content > p', seen: '2026-08-31', grade: 'report' },
        { select: 'p', seen: '2026-08-31', grade: 'report' },
      ],
      leaveOut: [],
      query: [],
      messageId: [],
      streaming: [],
      finished: [],
      model: [],
    },
  ],
};
