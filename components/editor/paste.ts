/** Simple HTML from the clipboard as Markdown. */

/** HTML above this size, UTF-16 units, is pasted as its text. */
const most = 100_000;

/** The Markdown of simple HTML; null where it is not simple, or says no more than its plain text. */
export function markdownOf(html: string, plain: string): string | null {
  if (!html || html.length > most) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  try {
    const markdown = blocks(body).trim();
    return markdown === '' || bare(markdown) === bare(plain) ? null : markdown;
  } catch (error) {
    if (error instanceof NotSimple) return null;
    throw error;
  }
}

class NotSimple extends Error {}
const bare = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const escaped = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<]/g, '\\$&');

const inlineSigns: Record<string, string> = { B: '**', STRONG: '**', I: '*', EM: '*', S: '~~', DEL: '~~' };

function blocks(parent: Node): string {
  let out = '';
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.COMMENT_NODE || nameOf(node) === 'META') continue;
    const name = nameOf(node);
    if (/^H[1-6]$/.test(name)) out += `\n\n${'#'.repeat(Number(name[1]))} ${inline(node).trim()}\n\n`;
    else if (name === 'P' || name === 'DIV') out += `\n\n${blocks(node).trim()}\n\n`;
    else if (name === 'UL' || name === 'OL') out += `\n\n${list(node as Element)}\n\n`;
    else if (name === 'BLOCKQUOTE') out += `\n\n${blocks(node).trim().replaceAll(/^/gm, '> ')}\n\n`;
    else if (name === 'PRE') out += `\n\n\`\`\`\n${(node.textContent ?? '').replace(/\n$/, '')}\n\`\`\`\n\n`;
    else if (node.nodeType === Node.TEXT_NODE && !node.textContent?.trim()) out += out && ' ';
    else out += inlineOne(node);
  }
  return out.replaceAll(/\n{3,}/g, '\n\n');
}

function list(element: Element): string {
  const items = [...element.children];
  if (items.some(({ tagName }) => tagName !== 'LI')) throw new NotSimple();
  return items
    .map((item, index) => {
      const sign = element.tagName === 'OL' ? `${index + 1}. ` : '- ';
      return (
        sign +
        blocks(item)
          .trim()
          .replaceAll(/\n+/g, `\n${' '.repeat(sign.length)}`)
      );
    })
    .join('\n');
}

const inline = (parent: Node): string => [...parent.childNodes].map(inlineOne).join('');

function inlineOne(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent ?? '');
  const name = nameOf(node);
  const sign = inlineSigns[name];
  if (sign) {
    // Some editors wrap all that they copy in a <b> that is none.
    if ((node as Element).getAttribute('style')?.includes('font-weight')) throw new NotSimple();
    const words = inline(node);
    return words.trim() ? words.replace(words.trim(), () => `${sign}${words.trim()}${sign}`) : words;
  }
  switch (name) {
    case 'BR':
      return '\n';
    case 'SPAN':
      return inline(node);
    case 'CODE':
      return `\`${node.textContent ?? ''}\``;
    case 'A':
      return link(node as Element);
    default:
      throw new NotSimple();
  }
}

function link(element: Element): string {
  const href = element.getAttribute('href') ?? '';
  const words = inline(element);
  return /^(https?|mailto):[^()\s]*$/i.test(href) ? `[${words}](${href})` : words;
}

const nameOf = (node: Node): string => (node.nodeType === Node.ELEMENT_NODE ? (node as Element).tagName : '');
