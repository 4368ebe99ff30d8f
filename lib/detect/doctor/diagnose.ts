/** Why an adapter finds nothing: what each of its selectors finds, and how the page is built where the answers are. No text of the page. */
import type { Hook, SiteAdapter } from '../../model/site.ts';
import { adapted } from '../adapted.ts';
import { findThread } from '../find.ts';
import { Growth } from '../growth.ts';
import { openRoots } from '../scan.ts';
import { parentOf } from '../shown.ts';
import { skeletonOf } from './skeleton.ts';

/** One selector and how many elements it finds; null: the browser does not understand it. */
export interface HookCount {
  part: string;
  select: string;
  seen: string;
  grade: Hook['grade'];
  count: number | null;
}

/** Plain JSON. Holds names of elements and attributes, and words that name roles; nothing that a person wrote. */
export interface Diagnosis {
  adapters: { id: string; layouts: { id: string; answers: number; prompts: number; hooks: HookCount[] }[] }[];
  /** What is found without the adapters. */
  shape: { by: string; score: number; answers: number; prompts: number } | null;
  /** From the page's body down to an answer, and the answer and the prompt before it from inside: one element a line. */
  skeleton: string[];
}

/** Elements of one message that are drawn. */
const drawn = 40;

/** Counts, and draws the skeleton of what is found by shape. */
export function diagnose(document: Document, adapters: readonly SiteAdapter[]): Diagnosis {
  const roots = openRoots(document);
  const { thread } = findThread(document, [], new Growth());
  const count = (role: 'user' | 'assistant', speeches = thread?.speeches ?? []) => speeches.filter((speech) => speech.role === role).length;
  return {
    adapters: adapters.map((adapter) => ({
      id: adapter.id,
      layouts: adapter.layouts.map((layout) => {
        const speeches = adapted(roots, [{ ...adapter, layouts: [layout] }])?.speeches ?? [];
        const hooks = Object.entries(layout).flatMap(([part, list]) =>
          (Array.isArray(list) ? list : []).flatMap((hook: Hook | string) =>
            typeof hook === 'string' ? [] : [counted(part, hook, roots)],
          ),
        );
        return { id: layout.id, answers: count('assistant', speeches), prompts: count('user', speeches), hooks };
      }),
    })),
    shape: thread && { by: thread.by, score: thread.score, answers: count('assistant'), prompts: count('user') },
    skeleton: drawing(thread?.speeches ?? []),
  };
}

function counted(part: string, { select, seen, grade }: Hook, roots: readonly (Document | ShadowRoot)[]): HookCount {
  let count: number | null = 0;
  try {
    for (const root of roots) count += root.querySelectorAll(select).length;
  } catch {
    count = null;
  }
  return { part, select, seen, grade, count };
}

function drawing(speeches: readonly { role: 'user' | 'assistant'; message: Element }[]): string[] {
  const at = speeches.findLastIndex(({ role }) => role === 'assistant');
  const answer = speeches[at]?.message;
  if (!answer) return [];
  const above: Element[] = [];
  for (let up = parentOf(answer); up && up.localName !== 'html'; up = parentOf(up)) above.unshift(up);
  const prompt = speeches.slice(0, at).findLast(({ role }) => role === 'user')?.message;
  return [
    'above:',
    ...above.slice(-12).flatMap((element) => skeletonOf(element, 1)),
    'answer:',
    ...skeletonOf(answer, drawn),
    ...(prompt ? ['prompt:', ...skeletonOf(prompt, drawn)] : []),
  ];
}
