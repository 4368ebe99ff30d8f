/** A Markdown tree as elements. Nothing is loaded, nothing leads away: pictures are named, links are shown. */
import type { Nodes, Parents } from 'mdast';
import type { ComponentChild } from 'preact';

/** Deeper than this, only the words are drawn: the stack has an end. */
const deepest = 60;

/** Draws a node and what is in it. */
export function drawn(node: Nodes, depth = 0): ComponentChild {
  if (depth > deepest) return 'value' in node ? node.value : '';
  const inside = 'children' in node ? children(node, depth) : null;
  switch (node.type) {
    case 'root':
      return inside;
    case 'text':
      return node.value;
    case 'paragraph':
      return <p dir="auto">{inside}</p>;
    case 'heading':
      return (
        <p class={`h h${node.depth}`} role="heading" aria-level={node.depth} dir="auto">
          {inside}
        </p>
      );
    case 'emphasis':
      return <em>{inside}</em>;
    case 'strong':
      return <strong>{inside}</strong>;
    case 'delete':
      return <s>{inside}</s>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return <pre data-language={node.lang || undefined}>{node.value}</pre>;
    case 'inlineMath':
      return <code class="math">{node.value}</code>;
    case 'math':
      return <pre class="math">{node.value}</pre>;
    case 'blockquote':
      return <blockquote dir="auto">{inside}</blockquote>;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{inside}</ol> : <ul>{inside}</ul>;
    case 'listItem':
      return (
        <li class={typeof node.checked === 'boolean' ? 'task' : undefined} dir="auto">
          {typeof node.checked === 'boolean' && (node.checked ? '☑ ' : '☐ ')}
          {inside}
        </li>
      );
    case 'table':
      return (
        <table>
          <tbody>{inside}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{inside}</tr>;
    case 'tableCell':
      return <td dir="auto">{inside}</td>;
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'link':
      return (
        <span class="link" title={node.url}>
          {inside}
        </span>
      );
    case 'linkReference':
      return <span class="link">{inside}</span>;
    case 'image':
    case 'imageReference':
      return <span class="image">{node.alt || ('url' in node ? node.url : node.identifier)}</span>;
    case 'footnoteReference':
      return <sup>{node.label ?? node.identifier}</sup>;
    case 'footnoteDefinition':
      return (
        <div class="footnote">
          <sup>{node.label ?? node.identifier}</sup> {inside}
        </div>
      );
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? <br /> : <code class="html">{node.value}</code>;
    default:
      // Definitions and front matter are not seen.
      return null;
  }
}

const children = (node: Parents, depth: number): ComponentChild[] => {
  const all: readonly Nodes[] = node.children;
  return all.map((child) => drawn(child, depth + 1));
};
