/** Formulas: the TeX they were written in, and the nodes that show them. */

/** A formula. `shown` are the nodes whose text a reader sees. */
export interface Formula {
  tex: string;
  display: boolean;
  shown: ArrayLike<Node>;
}

const annotation = 'annotation[encoding="application/x-tex"]';

/** The formula that this element is, or null. KaTeX, MathML, MathJax and `data-math` attributes. */
export function mathOf(element: Element): Formula | null {
  const name = element.localName;
  const isMath = name === 'math';
  const written = element.getAttribute('data-math');
  if (!isMath && written === null && name !== 'mjx-container' && !element.classList.contains('katex')) return null;
  const tex = written ?? element.querySelector(annotation)?.textContent?.trim();
  if (!tex) return null;
  const display =
    element.getAttribute('display') === 'block' ||
    element.querySelector('math[display=block]') !== null ||
    element.closest('.katex-display, .math-block, .math-display') !== null;
  // What KaTeX draws is hidden from screen readers, and its MathML from the eye.
  const drawn = element.querySelector('.katex-html') ?? (isMath ? element : element.querySelector('math')) ?? element;
  return { tex, display, shown: drawn.querySelector(annotation) ? withoutAnnotation(drawn) : drawn.childNodes };
}

/** The children of MathML that draw something. */
function withoutAnnotation(math: Element): Node[] {
  const inner = math.querySelector('semantics') ?? math;
  return [...inner.childNodes].filter((node) => !((node as Element).localName ?? '').startsWith('annotation'));
}
