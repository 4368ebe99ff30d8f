/** Formulas as KaTeX, MathJax 2 to 4, chat tools and plain MathML show them. */
import { renderToString } from 'katex';
import type { Shape } from './shape.ts';

const inline = (name: string, html: string, tex: string, shown: string): Shape => ({
  name,
  html: `<p>So ${html} holds.</p>`,
  text: `So ${shown} holds.`,
  markdown: `So $${tex}$ holds.`,
});
const display = (name: string, html: string, tex: string, shown: string): Shape => ({
  name,
  html: `<p>So:</p>${html}<p>Done.</p>`,
  text: `So:\n${shown}\nDone.`,
  markdown: `So:\n\n$$\n${tex}\n$$\n\nDone.`,
});
const xy = '<mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow>';

export const math: readonly Shape[] = [
  inline('KaTeX', renderToString('x^2'), 'x^2', 'x2'),
  display('KaTeX, displayed', renderToString('a_1', { displayMode: true }), 'a_1', 'a1'),
  inline('KaTeX, MathML alone', renderToString('xy', { output: 'mathml' }), 'xy', 'xy'),
  inline('KaTeX, error', renderToString('\\oops', { throwOnError: false }), '\\oops', '\\oops'),
  inline(
    'Gemini',
    '<span class="math-inline" data-math="x^2"><span class="katex"><span class="katex-html" aria-hidden="true"><span class="base">x2</span></span></span></span>',
    'x^2',
    'x2',
  ),
  display(
    'Gemini, displayed',
    '<div class="math-block" data-math="x^2"><span class="katex-display"><span class="katex"><span class="katex-html" aria-hidden="true"><span class="base">x2</span></span></span></span></div>',
    'x^2',
    'x2',
  ),
  inline(
    'MathJax 2',
    `<span class="MathJax_Preview"></span><span class="MathJax" id="MathJax-Element-1-Frame" tabindex="0"><nobr aria-hidden="true"><span class="math">x+y</span></nobr><span class="MJX_Assistive_MathML" role="presentation"><math>${xy}</math></span></span><script type="math/tex" id="MathJax-Element-1">x+y</script>`,
    'x+y',
    'x+y',
  ),
  display(
    'MathJax 2, displayed',
    `<div class="MathJax_Display"><span class="MathJax" id="MathJax-Element-2-Frame"><nobr aria-hidden="true">x+y</nobr><span class="MJX_Assistive_MathML"><math display="block">${xy}</math></span></span></div><script type="math/tex; mode=display" id="MathJax-Element-2">x+y</script>`,
    'x+y',
    'x+y',
  ),
  inline(
    'MathJax 3 CHTML',
    `<mjx-container class="MathJax" jax="CHTML"><mjx-math class="MJX-TEX" aria-hidden="true"><mjx-mi><mjx-c class="mjx-c1D465"></mjx-c></mjx-mi></mjx-math><mjx-assistive-mml unselectable="on" display="inline"><math>${xy}</math></mjx-assistive-mml></mjx-container>`,
    'x+y',
    'x+y',
  ),
  display(
    'MathJax 3 SVG, displayed',
    `<mjx-container class="MathJax" jax="SVG" display="true"><svg><g></g></svg><mjx-assistive-mml unselectable="on" display="block"><math display="block">${xy}</math></mjx-assistive-mml></mjx-container>`,
    'x+y',
    'x+y',
  ),
  inline(
    'MathJax 4',
    `<mjx-container class="MathJax" jax="CHTML" tabindex="0"><mjx-math data-latex="x+y" aria-hidden="true"></mjx-math><mjx-assistive-mml><math>${xy}</math></mjx-assistive-mml></mjx-container>`,
    'x+y',
    'x+y',
  ),
  inline('MathML with alttext', `<math alttext="x+y">${xy}</math>`, 'x+y', 'x+y'),
  inline(
    'MathML without source',
    '<math><mfrac><mn>1</mn><msup><mi>α</mi><mn>2</mn></msup></mfrac><mo>≤</mo><msqrt><mi>x</mi></msqrt></math>',
    '\\frac{1}{\\alpha^2}\\le\\sqrt{x}',
    '1α2≤x',
  ),
  display(
    'MathML without source, displayed',
    '<math display="block"><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub></math>',
    '\\sum_{i=1}^nx_i',
    '∑i=1nxi',
  ),
];
