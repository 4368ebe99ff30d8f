/** What the picker on a page shows, and what can be done there. */
import type { Rect } from '../../lib/model/inspection.ts';

/** A message that would be found. The rectangle is in CSS pixels of the frame's viewport. */
export interface FoundBox extends Rect {
  role: 'answer' | 'prompt';
  /** Counts the answers from 1. */
  number: number;
}

export interface TeachState {
  /** Which of the two is wanted, what was found, or that it is kept. */
  step: 'answer' | 'prompt' | 'found' | 'saved';
  /** The instructions stand in one frame of the page only. */
  bar: boolean;
  /** The page has a dark ground. */
  dark: boolean;
  /** What a click would take. */
  aim: Rect | null;
  /** The answer that was picked. */
  picked: Rect | null;
  boxes: FoundBox[];
  counts: { answers: number; prompts: number };
  fewer: boolean;
  more: boolean;
  /** What went wrong, in words. */
  problem: string | null;
  /** Read out. */
  announcement: string;
}

export interface TeachCalls {
  noPrompt: () => void;
  fewer: () => void;
  more: () => void;
  again: () => void;
  save: () => void;
  leave: () => void;
}
