/** The reply of `page.inspect`: what one frame holds. Other tools read it; the shape is a contract. */
import type { DetectedBy, EvidenceStrength } from './answer.ts';
import type { ReviewStatus } from './review.ts';

/** CSS pixels, relative to the frame's viewport. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type AnswerState = 'streaming' | 'final';

export interface InspectedAnswer {
  id: string;
  /** Counts the mounted answers from 0 in document order. */
  ordinal: number;
  state: AnswerState;
  text: string;
  markdown: string;
  /** Text of the nearest user turn before. */
  prompt: string | null;
  provider: string | null;
  model: string | null;
  messageId: string | null;
  conversationId: string | null;
  detectedBy: DetectedBy;
  variant: string | null;
  promptComplete: boolean;
  /** Indexes into `PageInspection.evidence`. */
  evidence: number[];
  rect: Rect;
  controls: Rect | null;
  review: { status: ReviewStatus } | null;
}

export interface PageInspection {
  url: string;
  frame: 'top' | 'child';
  surface: 'chat' | 'page' | 'none';
  /** Adapter id, `generic` or `page`. */
  site: string;
  score: number;
  reasons: string[];
  answers: InspectedAnswer[];
  evidence: { kind: string; strength: EvidenceStrength; snippet: string; rule: string }[];
}
