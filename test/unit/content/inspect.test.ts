// @vitest-environment happy-dom
/** What a frame says of itself to pages of ours. */
import { expect, test } from 'vitest';
import { inspect } from '../../../entrypoints/review/inspect.ts';
import { emptyView } from '../../../lib/detect/view.ts';
import type { FoundAnswer } from '../../../lib/model/view.ts';

type Tree = ReturnType<FoundAnswer['read']>['hast'];

const treeOf = (value: string): Tree => ({ type: 'root', children: [{ type: 'text', value }] });
const answer = (id: string, read: () => Tree) =>
  ({
    id,
    evidence: [],
    prompt: [],
    message: {},
    conversation: {},
    blocks: [],
    read: () => ({ text: id, hast: read() }),
  }) as unknown as FoundAnswer;

test('Markdown is written again only for an answer that has changed', async () => {
  let growing = treeOf('one');
  const still = treeOf('two');
  const view = { ...emptyView, answers: [answer('a', () => growing), answer('b', () => still)] };
  const asked: Tree[][] = [];
  const write = async (trees: Tree[]) => {
    asked.push(trees);
    return trees.map(({ children: [child] }) => (child as { value: string }).value);
  };
  const markdown = async () =>
    (await inspect({ window, view, write, controls: () => null, review: () => null })).answers.map((one) => one.markdown);
  expect(await markdown()).toEqual(['one', 'two']);
  growing = treeOf('one more');
  expect(await markdown()).toEqual(['one more', 'two']);
  expect(asked).toEqual([[treeOf('one'), still], [treeOf('one more')]]);
});
