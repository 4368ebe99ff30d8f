/** Formulas: the TeX they were written in, and the nodes that show them. */

/** A formula. `shown` are the nodes whose text a reader sees. */
export interface Formula {
  /** Null where the page keeps none: the tree then holds the MathML that is shown. */
  tex: string | null;
  display: boolean;
  shown: ArrayLike<Node>;
}

const formulas = 'math,mjx-container,.katex,.katex-error,.MathJax,.MathJax_SVG,[data-math],[data-tex],[data-latex]';
const attributes = ['data-math', 'data-tex', 'data-latex', 'alttext'];

/** The formula that this element is, or null. KaTeX, MathML, MathJax 2 to 4 and attributes that keep the source. */
export function mathOf(element: Element): Formula | null {
  if (!element.matches(formulas)) return null;
  const math = element.localName === 'math' ? element : element.querySelector('math');
  // MathJax 2 keeps the source in a script behind what it draws.
  const script = [element, element.parentElement].map((at) => at?.nextElementSibling).find((at) => at?.matches('script[type^="math/tex"]'));
  const tex = sourceOf(element, script)?.trim() || null;
  if (tex === null && !math) return null;
  const display =
    element.getAttribute('display') === 'block' ||
    element.getAttribute('display') === 'true' ||
    /mode=display/.test(script?.getAttribute('type') ?? '') ||
    element.querySelector('math[display=block]') !== null ||
    element.closest('.katex-display,.math-block,.math-display,.MathJax_Display') !== null;
  // What KaTeX draws is hidden from screen readers, and its MathML from the eye.
  const drawn = (tex !== null && element.querySelector('.katex-html')) || math || element;
  return { tex, display, shown: math === drawn ? withoutAnnotation(drawn) : drawn.childNodes };
}

function sourceOf(element: Element, script: Element | null | undefined): string | null | undefined {
  for (const at of [element, element.querySelector('[data-latex],math[alttext]')])
    for (const attribute of attributes) if (at?.getAttribute(attribute)) return at.getAttribute(attribute);
  const kept = element.querySelector('annotation[encoding="application/x-tex"]') ?? (element.matches('.MathJax,.MathJax_SVG') && script);
  return (kept || (element.matches('.katex-error') && element) || null)?.textContent;
}

/** The children of MathML that draw something. */
function withoutAnnotation(math: Element): Node[] {
  const inner = math.querySelector('semantics') ?? math;
  return [...inner.childNodes].filter((node) => !((node as Element).localName ?? '').startsWith('annotation'));
}
