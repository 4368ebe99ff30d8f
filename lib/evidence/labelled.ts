/** Which block a label speaks of. */
import { parentOf } from './blocks.ts';
import type { Label } from './labelWords.ts';
import { textUpTo } from './texts.ts';

/** Where one writes a question. */
const composer = 'textarea,[contenteditable=""],[contenteditable="true" i],[role=textbox]';

/** Text beyond the label that makes a block of content, in UTF-16 units; a section says by its name that it is one. */
const enough = { block: 80, section: 20 };

const sections = new Set(['ARTICLE', 'SECTION', 'MAIN', 'ASIDE', 'LI', 'BLOCKQUOTE']);
/** These hold what is said about a content: headings, bylines, notices. */
const about =
  /(?:^|[\s_-])(?:byline|meta|header|heading|notice|note|disclaimer|disclosure|banner|alert|label|badge|toolbar|actions?|footer|breadcrumbs?|tooltip)(?:$|[\s_-])/i;
const aboutTags = new Set([
  'HEADER',
  'HGROUP',
  'FOOTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'P',
  'A',
  'SPAN',
  'B',
  'I',
  'EM',
  'STRONG',
  'SMALL',
  'FIGCAPTION',
  'DIV',
  'UL',
  'OL',
]);

/**
 * The nearest block around a label that has content besides it; null: the whole page; undefined: there is none, so it labels nothing. A label of
 * a picture speaks of that picture, which has no text to review.
 */
export function blockOfLabel(badge: Element, label: Label): Element | null | undefined {
  if (badge.tagName === 'IMG' && label.media) return badge;
  const figure = badge.closest('figure');
  if (figure || label.media) return pictureNear(figure ?? badge);
  const own = textUpTo(badge, 1000).length;
  if (label.whole) return badge.closest('article,[role=article],main,[role=main]');
  let last = badge;
  for (let up = parentOf(badge); up && up.tagName !== 'BODY' && up.tagName !== 'HTML'; last = up, up = parentOf(up)) {
    if (isAbout(up)) continue;
    const more = textUpTo(up, own + enough.block).length - own;
    if (more < (sections.has(up.tagName) ? enough.section : enough.block)) continue;
    return (label.name && isFeature(badge, up)) || (label.caution && up.querySelector(composer)) ? undefined : up;
  }
  const next = last.nextElementSibling;
  return next && !label.name && textUpTo(next, enough.block).length >= enough.block ? next : undefined;
}

/** A line that only carries the label is no content. */
function isAbout(element: Element): boolean {
  if (element.getAttribute('role') === 'note') return true;
  if (!aboutTags.has(element.tagName)) return false;
  return !['DIV', 'P', 'UL', 'OL'].includes(element.tagName) || about.test((element.getAttribute('class') ?? '').slice(0, 200));
}

/** "AI summary" over one of several cards of a kind is the name of a feature, unless each of them has it. */
function isFeature(badge: Element, block: Element): boolean {
  if (badge.closest('h1,h2,h3,h4,h5,h6') === null && badge.querySelector('h1,h2,h3,h4,h5,h6') === null) return false;
  const name = textUpTo(badge, 100);
  const alike = [...(parentOf(block)?.children ?? [])]
    .slice(0, 100)
    .filter((other) => other !== block && block.className !== '' && other.className === block.className && other.tagName === block.tagName);
  return alike.some((other) => !textUpTo(other, 500).includes(name));
}

/** The picture in or beside an element. */
function pictureNear(element: Element): Element | undefined {
  const pictures = 'img,picture,video,audio,canvas,svg';
  for (let up: Element | null = element, level = 0; up && level < 4; up = parentOf(up), level++) {
    const picture = up.querySelector(pictures);
    if (picture) return picture;
  }
  return undefined;
}
