/** Classes that text copied from Claude's page brings along. It says where a passage was pasted from, not who wrote or changed it. */
import { isOn, markupOf, pasted } from './blocks.ts';
import type { Rule } from './rule.ts';
import { textUpTo } from './texts.ts';

export const pasteClaude: Rule = {
  id: 'paste-claude',
  kind: 'paste-claude',
  date: '2026-10-10',
  strength: 'residue',
  // There nothing is pasted.
  where: (document) => !isOn(document, ['claude.ai']),
  select: '.font-claude-response-body,.font-claude-response,.font-claude-message',
  find: ({ elements }) =>
    pasted(elements.filter((element) => textUpTo(element, 1) !== '')).map(({ block, nodes }) => ({
      element: block,
      snippet: markupOf(nodes[0]!, ['class']),
    })),
};
