// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { markdownOf } from '../../../components/editor/paste.ts';

test('simple HTML is offered as Markdown', () => {
  expect(markdownOf('<p>Keep a <b>log</b> of <i>all</i> <a href="https://a.example/x">trips</a>.</p>', 'Keep a log of all trips.')).toBe(
    'Keep a **log** of *all* [trips](https://a.example/x).',
  );
  expect(markdownOf('<h2>Steps</h2><ol><li>Ask<li>Wait <code>1</code></ol><pre>npm ci\n</pre>', 'Steps Ask Wait 1')).toBe(
    '## Steps\n\n1. Ask\n2. Wait `1`\n\n```\nnpm ci\n```',
  );
});

test('what is not simple, or no more than its text, stays plain', () => {
  for (const html of [
    '',
    '<p>Just words</p>',
    '<table><tr><td>Just words</td></tr></table>',
    '<b style="font-weight:normal">Just <i>words</i></b>',
    `<p><b>${'x'.repeat(100_001)}</b></p>`,
    '<p><b>Just</b> <img src="https://a.example/pixel.gif"> words</p>',
  ])
    expect(markdownOf(html, 'Just words')).toBeNull();
  expect(markdownOf('<b>Go</b> <a href="javascript:alert(1)">now</a>', 'Go now')).toBe('**Go** now');
});
