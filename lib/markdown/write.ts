/** An answer's tree as Markdown. No DOM: it runs in Chrome's service worker too. */
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import type { Handle } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { defaultHandlers as writers, toMarkdown } from 'mdast-util-to-markdown';
import type { Handle as Write } from 'mdast-util-to-markdown';
import type { Element, ElementContent, Root } from 'hast';
import type { BlockContent, Nodes, PhrasingContent, RootContent } from 'mdast';
import { languageOf } from './languages.ts';
import { noteLabel, prepare } from './prepare.ts';
import { tex } from './tex.ts';

/** The Markdown of a tree from `capture/read`: GFM with `$` math, `-` bullets, fences, no final line end. */
export function writeMarkdown(hast: Root): string {
  const tree: Nodes = toMdast(prepare(hast), { handlers });
  if ('children' in tree) paragraphs(tree);
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
    handlers: { link },
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
  }).trimEnd();
}

const textOf = (node: Element): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '')).join('');
const classesOf = ({ properties }: Element): string[] => (Array.isArray(properties.className) ? properties.className.map(String) : []);
const isMath = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && (node.tagName === 'math' || classesOf(node).includes('language-math'));
const sourceOf = (node: Element): string => (node.tagName === 'math' ? tex(node) : textOf(node));

/** Elements that GFM shows as they are, where Markdown has no sign for them. */
const asHtml: Handle = (state, node) => {
  const children = state.all(node);
  if (children.length === 1 && children[0]?.type === 'footnoteReference') return children[0];
  const html = (value: string) => ({ type: 'html', value }) as const;
  return children.length === 0 ? undefined : ([html(`<${node.tagName}>`), ...children, html(`</${node.tagName}>`)] as never);
};

/** Inline code, which `prepare` has put into an element that keeps its spaces. */
const inline: Handle = (_, node) =>
  (isMath(node)
    ? { type: 'inlineMath', value: sourceOf(node) }
    : { type: 'inlineCode', value: textOf(node).replace(/[\n\r\t]/g, ' ') }) as never;

const block: Handle = (state, node) => {
  const [first] = node.children;
  if (isMath(first)) return { type: 'math', value: sourceOf(first) } as never;
  const codes = node.children.filter((child) => child.type === 'element');
  const hints = codes.flatMap(({ properties }) => (Array.isArray(properties.dataHints) ? properties.dataHints.map(String) : []));
  const lang = languageOf([...codes.flatMap(classesOf).map((name) => `class ${name}`), ...hints]);
  return { type: 'code', lang, meta: null, value: textOf(node) };
};

/** An item is loose where its own words are paragraphs. */
const item: Handle = (state, node) => {
  const made = defaultHandlers.li(state, node) as { spread: boolean };
  made.spread = node.children.some((child) => child.type === 'element' && child.tagName === 'p');
  const label = node.properties.dataNote;
  return (label === undefined ? made : { ...made, type: 'footnoteDefinition', identifier: label, label }) as never;
};

/** A table's cell is one line: blocks in it follow one another after a break. */
const cell: Handle = (state, node) => ({ type: 'tableCell', children: flat(state.all(node)) }) as never;

function flat(nodes: readonly RootContent[]): PhrasingContent[] {
  const line = (): PhrasingContent => ({ type: 'html', value: '<br>' });
  return nodes.flatMap((node, index): PhrasingContent[] => {
    const next = index > 0 ? [line()] : [];
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return [...next, ...node.children];
      case 'list':
        return [
          ...next,
          ...node.children.flatMap((entry, at) => [
            ...(at > 0 ? [line()] : []),
            { type: 'text', value: node.ordered ? `${(node.start ?? 1) + at}. ` : '• ' } as const,
            ...flat(entry.children),
          ]),
        ];
      case 'blockquote':
        return [...next, ...flat(node.children)];
      case 'code':
        return [...next, { type: 'inlineCode', value: node.value.replace(/\n/g, ' ') }];
      case 'break':
        return [line()];
      case 'thematicBreak':
        return [];
      default:
        return [node as PhrasingContent];
    }
  });
}

const handlers: Record<string, Handle> = {
  textarea: inline,
  math: inline,
  pre: block,
  li: item,
  td: cell,
  th: cell,
  sup: (state, node, parent) => {
    const label = noteLabel(node.properties.dataNote);
    return label === null ? asHtml(state, node, parent) : ({ type: 'footnoteReference', identifier: label, label } as never);
  },
  // A reading stands beside its letters.
  rt: (state, node) => [{ type: 'text', value: '(' }, ...state.all(node), { type: 'text', value: ')' }] as never,
  sub: asHtml,
  kbd: asHtml,
  mark: asHtml,
  ins: asHtml,
};

/** Two breaks in a row end a paragraph. */
function paragraphs(parent: { children: Nodes[] }): void {
  parent.children = parent.children.flatMap((node): Nodes[] => {
    if (node.type !== 'paragraph') {
      if (/^(blockquote|list|listItem|footnoteDefinition)$/.test(node.type)) paragraphs(node as never);
      return [node];
    }
    const parts: PhrasingContent[][] = [[]];
    node.children.forEach((child, index) => {
      const isBreak = child.type === 'break';
      if (isBreak && node.children[index + 1]?.type === 'break') parts.push([]);
      else if (!isBreak || parts.at(-1)!.length > 0) parts.at(-1)!.push(child);
    });
    return parts.filter((part) => part.length > 0).map((children) => ({ type: 'paragraph', children }));
  });
  const item = parent as { type?: string; spread?: boolean; children: BlockContent[] };
  if (item.type === 'listItem' && item.children.filter(({ type }) => type === 'paragraph').length > 1) item.spread = true;
}

/** An address in angle brackets must be one that CommonMark knows (§6.5); a mail address with odd signs is not. */
const link: Write & { peek?: Write } = (node, parent, state, info) => {
  const { resourceLink } = state.options;
  const [, address] = /^mailto:(.*)$/.exec(node.url) ?? [];
  if (address && !/^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+$/.test(address)) state.options.resourceLink = true;
  const value = writers.link(node, parent, state, info);
  state.options.resourceLink = resourceLink;
  return value;
};
link.peek = (node, parent, state, info) => (writers.link as Write & { peek: Write }).peek(node, parent, state, info);
