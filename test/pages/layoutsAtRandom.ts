/** Chat layouts as sites might draw them: bubbles and plain text, rows of buttons, bars, both directions, in every width. */
import { boolean, constantFrom, integer, record, sample } from 'fast-check';

export interface Layout {
  /** CSS pixels of the viewport. */
  width: number;
  body: string;
}

const text = (length: number): string => 'Words that fill a line, and go on. '.repeat(length);

const turn = record({
  length: integer({ min: 1, max: 12 }),
  width: constantFrom('auto', 'fit-content', '80%', '100%'),
  padding: integer({ min: 0, max: 16 }),
  margin: integer({ min: 0, max: 30 }),
  painted: boolean(),
  buttons: integer({ min: 0, max: 5 }),
  side: constantFrom('start', 'end', 'space-between'),
  aside: constantFrom('', '<button style="position: absolute; inset-block-start: 2px; inset-inline-end: 2px">x</button>'),
});

const layout = record({
  width: integer({ min: 320, max: 1300 }),
  column: constantFrom('100%', '600px', '90%', '48rem'),
  align: constantFrom('0', '0 auto'),
  dir: constantFrom('ltr', 'rtl'),
  header: constantFrom('', 'sticky', 'fixed'),
  turns: constantFrom(3, 4, 6).chain((count) => record(Object.fromEntries(Array.from({ length: count }, (_, at) => [at, turn])))),
});

/** The same ones each time. */
export const layouts = (count: number): Layout[] =>
  sample(layout, { numRuns: count, seed: 20261122 }).map(({ width, column, align, dir, header, turns }) => {
    const bar =
      header &&
      `<header style="position: ${header}; top: 0; inset-inline: 0; height: 50px; background: #eee">Title <button>Share</button></header>`;
    const drawn = Object.values(turns).map(
      ({ length, width: wide, padding, margin, painted, buttons, side, aside }, at) =>
        `<div class="prompt" style="width: fit-content; margin-inline-start: auto; padding: 8px; background: #cdf">Question ${at}</div>
        <div class="message" style="position: relative; margin: ${margin}px 0; width: ${wide}; padding: ${padding}px; ${painted ? 'background: #ddd' : ''}">
          <p class="text">${text(length)}</p>
          <div class="row" style="justify-content: ${side}">${'<button>a</button>'.repeat(buttons)}</div>${aside}
        </div>`,
    );
    return { width, body: `<body dir="${dir}">${bar}<main style="max-width: ${column}; margin: ${align}">${drawn.join('')}</main></body>` };
  });

/** Runs in the page: the marks (round, 28 px wide, so their corners are free) that lie over a line of text or a button, each with what it covers. */
export function covered(places: { id: string; x: number; y: number }[]): string[] {
  const found: string[] = [];
  const boxes: { what: string; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent?.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) boxes.push({ what: node.textContent.slice(0, 20), box });
  }
  for (const button of document.querySelectorAll('button')) boxes.push({ what: 'a button', box: button.getBoundingClientRect() });
  for (const { id, x, y } of places)
    for (const { what, box } of boxes)
      if (x + 25 > box.left && x + 3 < box.right && y + 25 > box.top && y + 3 < box.bottom) found.push(`${id} covers ${what}`);
  return found;
}
