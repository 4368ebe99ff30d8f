/** Commits, changes and comments on code hosts (GitHub, GitLab, Gitea, Forgejo) whose author, co-author or footer is an AI agent. */
import { isAgentAddress, isAgentApp } from './agentNames.ts';
import { markupOf, passageOf, valueOf } from './blocks.ts';
import type { Hit, Page, Rule } from './rule.ts';

/** Pages of a commit, a change, or an issue: `/o/r/commit/<sha>`, `/o/r/pull/1`, `/g/p/-/merge_requests/1`. */
const paths = /\/(?:-\/)?(?:commits?|pulls?|merge_requests|issues)\/[\w.-]+/;

/** The host says of itself what it is; a page of another kind may have such a path as well. */
const hosts =
  'meta[property="og:site_name" i],meta[name="application-name" i],meta[name="hostname" i],meta[name="generator" i],meta[name="keywords" i]';
const known = /github|gitlab|gitea|forgejo|codeberg/i;

/** Files and their changes are not what the author says of the change. */
const code =
  'table,.blob-code,.diff-file,.diff-content,.diff-file-box,.file-content,.highlight,[data-code-marker],.comment-body code,blockquote';

/** Lines of a message, as git writes trailers and as tools sign. */
const trailer = /^[ \t]*Co-authored-by:[^<\n]{0,120}<([^<>\s]{3,120})>[ \t]*$/gim;
const signatures = [
  /^[ \t]*(?:🤖 )?Generated with \[?Claude Code\]?(?:\(https:\/\/claude\.(?:ai\/code|com\/claude-code)\))?[ \t]*$/m,
  /^[ \t]*Replit-Commit-Author: (?:Agent|Assistant)[ \t]*$/m,
];
/** Of commits only: anyone may begin a comment like this. */
const aider = /^aider: \S.{0,100}/;

/** A message is read as far as this, in UTF-16 units. */
const maxMessage = 20_000;

export const agents: Rule = {
  id: 'code-agent',
  kind: 'agent',
  date: '2026-07-17',
  strength: 'declared',
  select: 'a[href*="/apps/"]',
  text: /co-authored-by:|Generated with|Replit-Commit-Author:|aider: /i,
  where: (document) => Boolean(document.location) && paths.test(document.location.pathname) && isCodeHost(document),
  find: (page) => [...[...new Set(page.texts.flatMap(({ node }) => passageOf(node) ?? []))].flatMap(signed), ...authors(page)],
};

function isCodeHost(document: Document): boolean {
  const { hostname } = document.location;
  if (/^(?:github|gitlab|codeberg|gitea)\.(?:com|org)$/.test(hostname)) return true;
  return [...document.querySelectorAll(hosts)].slice(0, 20).some((meta) => known.test(valueOf(meta, 'content')));
}

/** A message whose lines name an agent. Hosts make links of addresses: the lines are those of the block, not of the text node. */
function signed(block: Element): Hit[] {
  if (block.closest(code)) return [];
  const message = block.textContent.slice(0, maxMessage).trim();
  const named = [...message.matchAll(trailer)].find(([, address]) => isAgentAddress(address!));
  const { pathname } = block.ownerDocument.location;
  const signs = pathname.includes('/commit/') ? [...signatures, aider] : signatures;
  const line = named ?? signs.map((sign) => sign.exec(message)).find((match) => match !== null);
  return line ? [{ element: messageOf(block), snippet: line[0].trim() }] : [];
}

/** Comments and changes whose author is an agent's account. */
function authors({ elements }: Page): Hit[] {
  return elements.flatMap((link) => {
    const href = valueOf(link, 'href');
    const path = /^https:\/\/github\.com(\/.*)$/.exec(href)?.[1] ?? href;
    if (
      !isAgentApp(path) ||
      !link.matches('.author,[data-hovercard-url],[data-hovercard-type],[data-testid*="author" i],[class*="Author"]')
    )
      return [];
    return link.closest('.comment-body,.markdown-body') ? [] : [{ element: messageOf(link), snippet: markupOf(link, ['class', 'href']) }];
  });
}

/** The comment or the commit's message that an element belongs to. */
function messageOf(element: Element): Element | null {
  const around = element.closest(
    '.review-comment,.timeline-comment,.timeline-comment-group,.js-timeline-item,.TimelineItem,.note,.timeline-item.comment,.commit,.commit-desc,article,[data-testid*="comment" i]',
  );
  return around?.querySelector('.comment-body,.note-text,.markdown-body,.render-content,.commit-desc') ?? around ?? passageOf(element);
}
