/** Schemas of an answer, as it is captured and as it is stored. */
import type { Root } from 'hast';
import type { Answer, CapturedAnswer, DetectedBy, Evidence, Turn } from '../model/answer.ts';
import { agrees, time, words, z } from './zod.ts';

/** One message of a conversation. */
export const turnSchema = agrees<Turn>()(z.object({ role: z.enum(['system', 'user', 'assistant']), text: words() }));

/** How an answer was found. */
export const detectedBySchema = agrees<DetectedBy>()(
  z.object({
    kind: z.enum(['adapter', 'generic', 'evidence', 'taught', 'selection']),
    id: words(),
    score: z.number(),
    reasons: z.array(words()),
  }),
);

/** A reason to believe that a block is AI-made. */
export const evidenceSchema = agrees<Evidence>()(
  z.object({
    kind: words(),
    strength: z.enum(['cryptographic', 'declared', 'labelled', 'residue', 'weak']),
    snippet: words(),
    rule: words(),
  }),
);

/** `https://host` without a path. */
export const originSchema = z
  .string()
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, 'must be an origin such as https://chatgpt.com');

const captured = {
  site: words().min(1),
  url: words(),
  title: words(),
  conversation: z.object({ id: words().nullable() }),
  message: z.object({ id: words().nullable(), ordinal: z.int().min(0), variant: words().nullable() }),
  provider: words().nullable(),
  model: words().nullable(),
  origin: originSchema,
  prompt: z.array(turnSchema),
  promptComplete: z.boolean(),
  // Answers that were stored before there was such a field have none.
  thinking: words().nullable().default(null),
  text: words(),
  evidence: z.array(evidenceSchema),
  detectedBy: detectedBySchema,
  capturedAt: time(),
};

/** Hex SHA-256. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex');

/** An answer as it is stored and sent. */
export const answerSchema = agrees<Answer>()(
  z.object({ ...captured, id: z.string().min(1), markdown: words(), textHash: sha256, aliases: z.array(z.string()) }),
);

/** A tree of HTML. Checked by a loop: a schema that calls itself would overflow on a deep page. */
export const rootSchema = z.custom<Root>(isTree, 'must be a tree of HTML (hast)');

/** An answer as the content script sends it. */
export const capturedAnswerSchema = agrees<CapturedAnswer>()(z.object({ ...captured, hast: rootSchema }));

/** An answer whose Markdown is already written. */
export const writtenAnswerSchema = z.object({ ...captured, markdown: words() });

function isTree(value: unknown): boolean {
  const root = value as { type?: unknown; children?: unknown } | null;
  if (root?.type !== 'root' || !Array.isArray(root.children)) return false;
  const open: unknown[] = [...root.children];
  while (open.length > 0) {
    const node = open.pop() as { type?: unknown; tagName?: unknown; value?: unknown; properties?: unknown; children?: unknown } | null;
    if (node?.type === 'text' || node?.type === 'comment') {
      if (typeof node.value !== 'string') return false;
    } else if (node?.type === 'element') {
      if (typeof node.tagName !== 'string' || !Array.isArray(node.children)) return false;
      if (node.properties !== undefined && (typeof node.properties !== 'object' || node.properties === null)) return false;
      for (const child of node.children) open.push(child);
    } else if (node?.type !== 'doctype') return false;
  }
  return true;
}
