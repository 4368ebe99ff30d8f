/**
 * What an answer is: one version of one AI output. Everything here is plain JSON, so that it can cross
 * contexts and be stored as it is.
 */
import type { Root } from 'hast';

/** Who spoke a turn. */
export type Role = 'system' | 'user' | 'assistant';

/** One message of a conversation, oldest first in lists. `text` is the normalised visible text. */
export interface Turn {
  role: Role;
  text: string;
}

/** How an answer was found. `score` is the detector's own sum, `reasons` its words for people. */
export interface DetectedBy {
  kind: 'adapter' | 'generic' | 'evidence' | 'taught' | 'selection';
  /** The adapter's id, or the detector's name. */
  id: string;
  score: number;
  reasons: string[];
}

/** From proof to hint: a checked signature, the author's own word, a visible label, what a paste left behind, a mere sign. */
export type EvidenceStrength = 'cryptographic' | 'declared' | 'labelled' | 'residue' | 'weak';

/** A reason to believe that a block is AI-made. `snippet` is the exact text or markup that was found. */
export interface Evidence {
  kind: string;
  strength: EvidenceStrength;
  snippet: string;
  rule: string;
}

/** Where an answer stood. Conversation id, ordinal and variant are hints for matching, never identity. */
export interface AnswerPlace {
  /** Adapter id, `generic` or `page`. */
  site: string;
  url: string;
  title: string;
  conversation: { id: string | null };
  message: { id: string | null; ordinal: number; variant: string | null };
  provider: string | null;
  model: string | null;
}

/** An answer as the content script captures it: everything but what only the background makes. */
export interface CapturedAnswer extends AnswerPlace {
  /** Origin of the page, `https://chatgpt.com`; part of the identity. */
  origin: string;
  prompt: Turn[];
  promptComplete: boolean;
  /** What the model thought before it answered, where the tool shows it; never part of `text`. */
  thinking: string | null;
  /** Normalised visible text; spans point into it, in UTF-16 units. */
  text: string;
  /** The block as hast, from the same walk as `text`; the background writes the Markdown from it. */
  hast: Root;
  evidence: Evidence[];
  detectedBy: DetectedBy;
  /** RFC 3339, UTC. */
  capturedAt: string;
}

/** One version of one AI output, as it is stored. `id` is `answerId(...)` of `lib/capture/identity.ts`. */
export interface Answer extends Omit<CapturedAnswer, 'hast'> {
  id: string;
  /** The answer as the model wrote it; this is what trains. */
  markdown: string;
  /** SHA-256 of `text`, hex. */
  textHash: string;
  /** Other ids under which the same answer was seen. */
  aliases: string[];
}
