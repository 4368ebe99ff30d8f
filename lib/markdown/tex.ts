/** MathML as TeX, for formulas whose page keeps no source. What it does not know it writes as it is shown. */
import type { Element, ElementContent } from 'hast';

/** Signs whose TeX is a command of its own; others are written as they are, which KaTeX and MathJax read. */
export const signs: Record<string, string> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∮': '\\oint',
  '√': '\\surd',
  '∞': '\\infty',
  '×': '\\times',
  '÷': '\\div',
  '±': '\\pm',
  '∓': '\\mp',
  '·': '\\cdot',
  '⋅': '\\cdot',
  '≤': '\\le',
  '≥': '\\ge',
  '≠': '\\ne',
  '≈': '\\approx',
  '≡': '\\equiv',
  '→': '\\to',
  '⇒': '\\Rightarrow',
  '⇔': '\\Leftrightarrow',
  '∈': '\\in',
  '∉': '\\notin',
  '⊂': '\\subset',
  '⊆': '\\subseteq',
  '∪': '\\cup',
  '∩': '\\cap',
  '∀': '\\forall',
  '∃': '\\exists',
  '∂': '\\partial',
  '∇': '\\nabla',
  '…': '\\ldots',
  '⋯': '\\cdots',
  '−': '-',
  '′': "'",
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  ϵ: '\\epsilon',
  ζ: '\\zeta',
  η: '\\eta',
  θ: '\\theta',
  κ: '\\kappa',
  λ: '\\lambda',
  μ: '\\mu',
  ν: '\\nu',
  ξ: '\\xi',
  π: '\\pi',
  ρ: '\\rho',
  σ: '\\sigma',
  τ: '\\tau',
  φ: '\\varphi',
  ϕ: '\\phi',
  χ: '\\chi',
  ψ: '\\psi',
  ω: '\\omega',
  Γ: '\\Gamma',
  Δ: '\\Delta',
  Θ: '\\Theta',
  Λ: '\\Lambda',
  Ξ: '\\Xi',
  Π: '\\Pi',
  Σ: '\\Sigma',
  Φ: '\\Phi',
  Ψ: '\\Psi',
  Ω: '\\Omega',
  '\u2061': '',
  '\u2062': '',
  '\u2063': '',
  '\u2064': '',
  '\u00A0': '~',
};
/** Names that TeX has a command for, which draws them as they are. */
export const functions =
  /^(sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|arcsin|arccos|arctan|log|ln|lg|exp|lim|max|min|sup|inf|det|dim|ker|gcd|arg|deg)$/;
const accents: Record<string, string> = {
  '^': '\\hat',
  ˆ: '\\hat',
  '¯': '\\bar',
  '‾': '\\overline',
  '→': '\\vec',
  '⃗': '\\vec',
  '˙': '\\dot',
  '¨': '\\ddot',
  '~': '\\tilde',
  '˜': '\\tilde',
};

/** The TeX of a `math` element and what is in it. The tree's depth is bounded by `capture/read`. */
export function tex(node: Element): string {
  return all(node.children).trim();
}

/** Commands that end in a letter need a space before a letter. */
const all = (nodes: readonly ElementContent[]): string =>
  nodes
    .map(one)
    .reduce((before, next) => (/\\[a-zA-Z]+$/.test(before) && /^[a-zA-Z]/.test(next) ? `${before} ${next}` : before + next), '');

const group = (node: ElementContent | undefined): string => {
  const inner = node ? one(node) : '';
  return inner.length === 1 || /^\\[a-zA-Z]+$/.test(inner) ? inner : `{${inner}}`;
};
const braced = (node: ElementContent | undefined): string => `{${node ? one(node) : ''}}`;

function one(node: ElementContent): string {
  if (node.type === 'text') return node.value.trim();
  if (node.type !== 'element') return '';
  const children = node.children.filter((child) => child.type === 'element' || (child.type === 'text' && child.value.trim()));
  const [a, b, c] = children;
  switch (node.tagName) {
    case 'mi':
    case 'mn':
    case 'mo':
      return token(plain(node), node.tagName);
    case 'mtext':
    case 'ms':
      return `\\text{${plain(node)}}`;
    case 'mspace':
      return '\\,';
    case 'mfrac':
      return `\\frac${braced(a)}${braced(b)}`;
    case 'msqrt':
      return `\\sqrt{${all(children)}}`;
    case 'mroot':
      return `\\sqrt[${b ? one(b) : ''}]${braced(a)}`;
    case 'msup':
      return `${base(a)}^${group(b)}`;
    case 'msub':
      return `${base(a)}_${group(b)}`;
    case 'msubsup':
    case 'munderover':
      return `${base(a)}_${group(b)}^${group(c)}`;
    case 'munder':
      return `${base(a)}_${group(b)}`;
    case 'mover':
      return b && accents[plain(b)] ? `${accents[plain(b)]}${braced(a)}` : `${base(a)}^${group(b)}`;
    case 'mtable':
      return `\\begin{matrix}${children.map(one).join(' \\\\ ')}\\end{matrix}`;
    case 'mtr':
      return children.map(one).join(' & ');
    case 'mfenced':
      return `(${children.map(one).join(', ')})`;
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
      return '';
    default:
      return all(children);
  }
}

const base = (node: ElementContent | undefined): string => {
  const inner = node ? one(node) : '';
  return inner.length <= 1 || /^\\?[a-zA-Z]+$|^\d+$|^[()[\]|]$/.test(inner) ? inner : `{${inner}}`;
};

function token(value: string, kind: string): string {
  if (kind === 'mi' && value.length > 1 && /^[a-zA-Z]+$/.test(value)) return functions.test(value) ? `\\${value}` : `\\mathrm{${value}}`;
  return value.replace(/./gsu, (sign) => signs[sign] ?? sign);
}

const plain = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(plain).join('').trim() : '';
