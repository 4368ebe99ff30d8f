/** Flagged passages, shown by the CSS Custom Highlight API: no node of the page is touched. */
import { find } from '../anchor/find.ts';
import { rootsAround } from '../anchor/selection.ts';
import { severities, type Flag, type Severity } from '../model/review.ts';
import type { FoundAnswer } from '../model/view.ts';

/** The page can read the names: they say nothing. */
const nameOf: Record<Severity, string> = { minor: 'h-a', major: 'h-b', critical: 'h-c' };

/** Colours that read on light and on dark grounds alike. The plain form paints in both browsers; `:root::highlight` does not in Firefox. */
const css = severities
  .map((severity) => {
    const color = { minor: '#b07a00', major: '#d03a2b', critical: '#d03a2b' }[severity];
    const style = severity === 'critical' ? 'double' : 'solid';
    return `::highlight(${nameOf[severity]}){text-decoration:underline ${style} ${color} 1.5px;text-underline-offset:3px;background-color:color-mix(in srgb, ${color} 14%, transparent)}`;
  })
  .join('');

export interface Highlights {
  /** Shows the flags of each answer, and no others. */
  show(items: { answer: FoundAnswer; flags: Flag[] }[]): void;
}

/** Takes everything away when the signal ends. */
export function createHighlights(window: Window & typeof globalThis, signal: AbortSignal): Highlights {
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);
  const adopted = new Set<Document | ShadowRoot>();
  signal.addEventListener('abort', () => {
    for (const name of Object.values(nameOf)) CSS.highlights.delete(name);
    for (const root of adopted) drop(root);
  });

  function adopt(root: Document | ShadowRoot): void {
    if (adopted.has(root)) return;
    adopted.add(root);
    root.adoptedStyleSheets.push(sheet);
  }

  function drop(root: Document | ShadowRoot): void {
    const at = root.adoptedStyleSheets.indexOf(sheet);
    if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
  }

  return {
    show(items) {
      const ranges: Record<Severity, Range[]> = { minor: [], major: [], critical: [] };
      for (const { answer, flags } of items) {
        const spans = flags.filter(({ span }) => span);
        if (spans.length === 0) continue;
        const { text, map } = answer.read();
        for (const { span, severity } of spans) {
          const place = span && find(text, span);
          const range = place && map.range(place.start, place.end);
          if (range) ranges[severity].push(range);
        }
        const [block] = answer.blocks;
        if (block) for (const root of rootsAround(block)) adopt(root);
        adopt(window.document);
      }
      for (const severity of severities) {
        if (ranges[severity].length > 0) CSS.highlights.set(nameOf[severity], new Highlight(...ranges[severity]));
        else CSS.highlights.delete(nameOf[severity]);
      }
    },
  };
}
