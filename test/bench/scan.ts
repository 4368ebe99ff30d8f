/** What the detector's first look at a page costs, as a ratio to walks of the same page in the same run. */
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { bundle, openAt, openChromium } from './browser.ts';
import type { Result } from './result.ts';

/** Milliseconds of one page: the least of many rounds, for what else the machine does only adds, after some that are not counted. */
interface ScanCost {
  kind: string;
  page: string;
  elements: number;
  /** A scan with what follows it: names, speakers, score. */
  look: number;
  /** `querySelectorAll('*')`, each element visited. */
  star: number;
  /** A TreeWalker over all nodes. */
  walk: number;
  answers: number;
}

const entry = `
  import { generic } from '${join(import.meta.dirname, '../../lib/detect/generic.ts')}';
  import { Growth } from '${join(import.meta.dirname, '../../lib/detect/growth.ts')}';
  import { scan } from '${join(import.meta.dirname, '../../lib/detect/scan.ts')}';
  const make = (tag, name, text) => { const element = document.createElement(tag); if (name) element.className = name; if (text) element.textContent = text; return element; };
  const kinds = {
    article(count) {
      for (let at = 0; at < count / 5; at++) { const section = make('div', 'c' + (at % 97)); section.dataset.id = 'n' + at; const p = make('p', '', 'Some words '); p.append(make('em', '', 'set apart')); section.append(make('h3', '', 'Part'), p, make('span', 'note', 'more')); document.body.append(section); }
    },
    comments(count) { kinds.article(count); document.body.append(document.createElement('textarea')); },
    deep(count) {
      let at = document.body;
      for (let depth = 0; depth < 200; depth++) { const host = make('div'); at.append(host); at = host.attachShadow({ mode: 'open' }); for (let more = 0; more < count / 200; more++) at.append(make('span', 'x', 'word')); const inner = make('div'); at.append(inner); at = inner; }
      document.body.append(document.createElement('textarea'));
    },
    attributes() { for (let at = 0; at < 20; at++) { const element = make('div', 'a '.repeat(500_000), 'text'); element.setAttribute('data-state', 'user '.repeat(200_000)); document.body.append(element); } document.body.append(document.createElement('textarea')); },
    text() { document.body.append(make('div', 'user', 'ask'), make('div', 'assistant', 'word '.repeat(2_000_000)), document.createElement('textarea')); },
    turns(count) {
      const list = make('main');
      for (let at = 0; at < count; at++) { const turn = make('div', at % 2 ? 'message assistant' : 'message user'); turn.dataset.messageId = 'm' + at; const body = make('div', 'body'); for (let p = 0; p < (at % 2 ? 4 : 1); p++) { const text = make('p', '', 'Words of the turn number ' + at + '. '); text.append(make('strong', '', 'strong'), make('code', '', 'code')); body.append(text); } turn.append(make('div', 'avatar', 'A'), body); list.append(turn); }
      document.body.append(list, document.createElement('textarea'));
    },
  };
  const timed = (run) => {
    for (let round = 0; round < 5; round++) run();
    let least = Infinity;
    for (let round = 0; round < 15; round++) { const begun = performance.now(); run(); least = Math.min(least, performance.now() - begun); }
    return least;
  };
  globalThis.scanCost = (kind, count) => {
    kinds[kind](count);
    document.body.getBoundingClientRect();
    let thread = null;
    let sum = 0;
    return {
      kind,
      page: count ? kind + ' ' + count : kind,
      elements: document.querySelectorAll('*').length,
      look: timed(() => { thread = generic(document, scan(document), new Growth()); }),
      star: timed(() => { for (const element of document.querySelectorAll('*')) sum += element.nodeType; }),
      walk: timed(() => { const walker = document.createTreeWalker(document.body); while (walker.nextNode()) sum += walker.currentNode.nodeType; }),
      answers: thread ? thread.speeches.filter(({ role }) => role === 'assistant').length : 0,
    };
  };
`;

/** Pages of a handful of elements, hostile in another way: a walk over their own says nothing. */
const odd = new Set(['deep', 'attributes', 'text']);

/**
 * Ordinary pages against `querySelectorAll('*')`, conversations against a walk over all nodes of the same page (design §7), pages with
 * few elements against the walk of the first page.
 */
export async function benchScan(): Promise<Result[]> {
  const browser = await openChromium();
  try {
    const costs = await scanCosts(browser);
    return costs.map(({ kind, page, elements, look, star, walk, answers }) => {
      const [baseline, against] = odd.has(kind)
        ? [costs[0]!.walk, `a walk over all nodes of ${costs[0]!.page}`]
        : answers > 0
          ? [walk, 'a walk over all its nodes']
          : [star, "querySelectorAll('*')"];
      return {
        name: `first look, ${page}: ${elements} elements, ${answers} answers, against ${against}`,
        value: look,
        unit: 'ms',
        baseline,
        ratio: look / baseline,
      };
    });
  } finally {
    await browser.close();
  }
}

/** The costs on an ordinary page, with a text box, in deep shadow, with huge attributes and texts, and on long conversations. */
async function scanCosts(browser: Browser): Promise<ScanCost[]> {
  const measure = await bundle(entry);
  const costs: ScanCost[] = [];
  for (const [kind, count] of [
    ['article', 20_000],
    ['article', 100_000],
    ['comments', 20_000],
    ['deep', 20_000],
    ['attributes', 0],
    ['text', 0],
    ['turns', 1000],
  ] as const) {
    const page = await openAt(browser, 'https://bench.example/', '<!doctype html><title>Page</title><body></body>');
    try {
      await page.evaluate(measure);
      costs.push((await page.evaluate(`scanCost('${kind}', ${count})`)) as ScanCost);
    } finally {
      await page.close();
    }
  }
  return costs;
}
