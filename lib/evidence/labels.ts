/** Visible labels: a badge, a caption or a sentence by which a page says that a block on it was made with AI. */
import { parentOf, valueOf } from './blocks.ts';
import { labelOf, labelProbe, maxLabel } from './labelWords.ts';
import type { Label } from './labelWords.ts';
import { blockOfLabel } from './labelled.ts';
import { isProse } from './prose.ts';
import { textUpTo } from './texts.ts';
import type { Hit, Page, Rule } from './rule.ts';

/** Where the words name a feature, a filter, a topic or what somebody thinks of another text. */
const elsewhere =
  'nav,[role=navigation],[role=menu],[role=menubar],[role=tablist],[role=search],[role=contentinfo],[role=dialog],dialog,button,[role=button],label,fieldset,legend,summary,select,th,td,dt,h1,' +
  '[rel~=tag],a[href*="/tag/"],a[href*="/tags/"],a[href*="/topic"],a[href*="/category/"],a[href*="/hashtag/"]';

/** Pages about a site, its rules or a product, by their path. */
const aboutSite =
  /\/(?:privacy|policy|policies|terms|tos|legal|imprint|impressum|datenschutz|about|about-us|guidelines?|faqs?|help|support|docs?|documentation|glossary|pricing|features?|press|careers?|rules|changelog|release-notes)(?:[/.?_-]|$)|-(?:policy|policies|guidelines?|terms)(?:[/.]|$)/i;
const aboutLabels =
  /\b(?:privacy|policy|policies|terms of (?:use|service)|guidelines|glossary|FAQ)\b|\b(?:AI|KI|IA)[- ](?:generated|written|generiert|overviews?|content|labels?|labell?ing|detect\w*|slop|art|disclosures?)\b|generative (?:AI|KI)|\bdisclos\w*|AI生成/i;

/** A page that says it more often is about it. */
const most = 500;

/** How many levels above a word its label may end: `<span><b>AI</b> generated</span>`. */
const levels = 4;

export const labels: Rule = {
  id: 'ai-label',
  kind: 'label',
  date: '2026-10-10',
  strength: 'labelled',
  select: 'img[alt],[aria-label],.generated-by-ai-label',
  text: labelProbe,
  where: ({ title, location }) => !aboutSite.test(location?.pathname ?? '') && !aboutLabels.test(title.slice(0, 300)),
  find: (page) => [...inTexts(page), ...inAttributes(page)],
};

function inTexts({ texts }: Page): Hit[] {
  const seen = new Set<Element>();
  return texts.slice(0, most).flatMap(({ node }) => {
    if (!isProse(node)) return [];
    let element = parentOf(node);
    let before = '';
    for (let level = 0; element && level < levels; level++, element = parentOf(element)) {
      const text = textUpTo(element, maxLabel);
      if (text.length > maxLabel || seen.has(element)) return [];
      if (text === before) continue;
      before = text;
      const label = labelOf(text, isNamed(element));
      if (!label) continue;
      seen.add(element);
      return said(element, label, text);
    }
    return [];
  });
}

/** Icons and badges that say it to those who do not see them, and the class of Drupal's AI module. */
function inAttributes({ elements }: Page): Hit[] {
  return elements.flatMap((element) => {
    if (element.classList.contains('generated-by-ai-label'))
      return said(element, { media: false, whole: false, name: false, caution: false }, textUpTo(element, maxLabel));
    const text = valueOf(element, element.tagName === 'IMG' ? 'alt' : 'aria-label', maxLabel + 1);
    const label = labelOf(text, true);
    return label ? said(element, label, text) : [];
  });
}

function said(element: Element, label: Label, snippet: string): Hit[] {
  if (element.closest(elsewhere) || isPageFooter(element) || isRemark(element)) return [];
  const block = blockOfLabel(element, label);
  return block === undefined ? [] : [{ element: block, snippet }];
}

/** In a heading or a link nothing may follow: "AI-generated, but is it art?" is a headline. */
const isNamed = (element: Element): boolean =>
  element.closest('h1,h2,h3,h4,h5,h6,a') !== null || element.querySelector('h1,h2,h3,h4,h5,h6') !== null;

/** The footer of an article may say how it was made; that of the page speaks of the site. */
function isPageFooter(element: Element): boolean {
  const footer = element.closest('footer');
  return footer !== null && parentOf(footer)?.closest('article,section') === null;
}

const remarks = /(?:^|[\s_-])(?:comments?|repl(?:y|ies)|tags|taglist|tag-list|cookies?|consent|filters?)(?:$|[\s_-])/i;

/** What somebody says below, a list of topics, a banner: by class or id, on the way up to the article or the page, whose classes say other things. */
function isRemark(element: Element): boolean {
  for (let up: Element | null = element; up && !/^(?:ARTICLE|MAIN|BODY|HTML)$/.test(up.tagName); up = parentOf(up)) {
    if (remarks.test(valueOf(up, 'class')) || remarks.test(valueOf(up, 'id'))) return true;
  }
  return element.closest('article[class*="comment" i]') !== null;
}
