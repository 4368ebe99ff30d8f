// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { isAgentAddress } from '../../../lib/evidence/agentNames.ts';
import { brief, look, prose } from './page.ts';

const github = { url: 'https://github.com/o/r/commit/0a1b2c3d', title: 'Water the roses · o/r@0a1b2c3' };
const message = (lines: string) => `<main><div class="commit"><div class="commit-desc" id="desc"><pre>Water the roses

${lines}</pre></div></div></main>`;

describe('what a commit says of itself', () => {
  test.each([
    'Co-Authored-By: Claude &lt;noreply@anthropic.com&gt;',
    'Co-authored-by: Cursor Agent &lt;cursoragent@cursor.com&gt;',
    'Co-authored-by: GPT 5.5 &lt;<a href="mailto:codex@openai.com">codex@openai.com</a>&gt;',
    'Co-authored-by: aider (some-model) &lt;noreply@aider.chat&gt;',
    'Signed-off-by: A &lt;a@example.org&gt;\nCo-authored-by: Copilot &lt;198982749+Copilot@users.noreply.github.com&gt;',
    '🤖 Generated with [Claude Code](https://claude.com/claude-code)',
    '🤖 Generated with [Claude Code](https://claude.ai/code)',
    'Replit-Commit-Author: Agent',
  ])('%s', (lines) => {
    expect(look(message(lines), github)).toMatchObject([
      { kind: 'agent', strength: 'declared', rule: 'code-agent@2026-07-17', element: 'desc', ai: true },
    ]);
  });

  test.each([
    'Co-authored-by: Claude Monet &lt;claude@example.org&gt;',
    'Co-authored-by: Ada &lt;81847+claude@users.noreply.github.com&gt;',
    'Co-authored-by: Ada &lt;209825114+ada@users.noreply.github.com&gt;',
    'Co-authored-by: Gemini CLI &lt;gemini-cli@google.com&gt;',
    'We could write Co-authored-by: Claude &lt;noreply@anthropic.com&gt; here',
    'Move the cursor on; continue with amp and codex',
    'Generated with protoc',
    'Replit-Commit-Author: Ada',
  ])('no evidence: %s', (lines) => expect(look(message(lines), github)).toEqual([]));

  test('a title by aider, of a commit only', () => {
    const title = '<div class="commit"><p id="t">aider: water the roses</p></div>';
    expect(brief(look(title, github))).toEqual(['code-agent agent div']);
    expect(look(title, { ...github, url: 'https://github.com/o/r/pull/5' })).toEqual([]);
  });

  test('the footer of a change, where the page made a link of it', () => {
    const body = `<div class="timeline-comment"><div class="comment-body" id="c"><p>${prose}</p><p>🤖 Generated with <a href="https://claude.com/claude-code">Claude Code</a></p></div></div>`;
    expect(brief(look(body, { url: 'https://github.com/o/r/pull/5' }))).toEqual(['code-agent agent c']);
  });

  test('not in files and their changes, not on other pages, not on other hosts', () => {
    const line = 'Co-Authored-By: Claude &lt;noreply@anthropic.com&gt;';
    expect(look(`<table><tr><td class="blob-code">${line}</td></tr></table>`, github)).toEqual([]);
    expect(look(message(line), { url: 'https://github.com/o/r/blob/main/NOTES.md' })).toEqual([]);
    expect(look(message(line), { url: 'https://example.org/blog/commit/rules' })).toEqual([]);
  });

  test('hosts that people run themselves say what they are', () => {
    const line = message('Co-Authored-By: Claude &lt;noreply@anthropic.com&gt;');
    for (const [path, head] of [
      ['g/p/-/commit/0a1b2c3d', '<meta property="og:site_name" content="GitLab">'],
      ['g/p/-/merge_requests/7', '<meta property="og:site_name" content="GitLab">'],
      ['o/r/pulls/7', '<meta name="keywords" content="go,git,self-hosted,gitea">'],
    ] as const) {
      expect(brief(look(line, { url: `https://code.example.org/${path}`, head }))).toEqual(['code-agent agent desc']);
    }
  });
});

describe('who comments', () => {
  const url = 'https://github.com/o/r/pull/5';
  const comment = (author: string) =>
    `<div class="js-timeline-item"><div class="timeline-comment-group"><a class="author" href="${author}">name</a><div class="comment-body" id="body">${prose}</div></div></div>`;

  test.each(['/apps/coderabbitai', '/apps/claude', '/apps/copilot-swe-agent', 'https://github.com/apps/devin-ai-integration'])(
    '%s',
    (author) => {
      expect(brief(look(comment(author), { url }))).toEqual(['code-agent agent body']);
    },
  );

  test.each(['/claude', '/devin', '/apps/dependabot', '/apps/renovate', '/cursor', '/apps/claude-monet'])('no evidence: %s', (author) => {
    expect(look(comment(author), { url })).toEqual([]);
  });

  test('a link to an agent is not its author', () => {
    expect(look(`<div class="comment-body"><p>Try <a href="/apps/claude">this</a>. ${prose}</p></div>`, { url })).toEqual([]);
  });
});

test('addresses of agents, and no prototype', () => {
  expect(isAgentAddress('161369871+google-labs-jules[bot]@users.noreply.github.com')).toBe(true);
  for (const address of [
    'noreply@github.com',
    'users.noreply.github.com',
    '1+constructor@users.noreply.github.com',
    'someone@anthropic.com',
    'copilot@github.com.example.org',
  ])
    expect(isAgentAddress(address), address).toBe(false);
});
