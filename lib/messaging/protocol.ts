/**
 * Every message, once. `from` says who may send it: a content script, or a page of ours.
 * Request schemas stand in `lib/schema/messages.ts`; the background attaches them in `serve`.
 */
import type { CapturedAnswer } from '../model/answer.ts';
import type { PageInspection } from '../model/inspection.ts';
import type { Review, ReviewChange, Reviewer } from '../model/review.ts';
import type { Rubric } from '../model/rubric.ts';
import type { SiteAdapter } from '../model/site.ts';
import type { Settings } from '../model/settings.ts';
import type { SyncStatus } from '../model/sync.ts';
import type { Root } from 'hast';

/** An answer that was seen, without its text: enough to find its review. */
export interface AnswerSighting {
  id: string;
  messageId: string | null;
}

/** What an endpoint answered to a test, in words. */
export interface TestReport {
  works: boolean;
  message: string;
}

/** A captured answer whose Markdown is already written (the editor has it from the background). */
export type WrittenAnswer = Omit<CapturedAnswer, 'hast'> & { markdown: string };

/** content and pages → background */
export interface Calls {
  /** A content script woke up: may it work here, and with what? */
  'page.start': {
    request: { origin: string };
    reply: { on: boolean; adapters: SiteAdapter[]; rubric: Rubric; reviewer: Reviewer };
  };
  /** Reviews of the answers in view; keyed by the ids that were asked for. */
  'reviews.find': { request: { origin: string; answers: AnswerSighting[] }; reply: { reviews: Record<string, Review> } };
  /**
   * One act. With `final: false` it goes to the draft; else a new revision is stored, and one outbox row.
   * `answer` is needed the first time only. Replies with the review as it is now (null: nothing is left of it).
   */
  'review.change': {
    request: {
      answerId: string;
      answer?: CapturedAnswer | WrittenAnswer;
      change: ReviewChange;
      final: boolean;
      timing?: { shownAt: string | null; startedAt: string; activeMs: number };
    };
    reply: { review: Review | null };
  };
  /** Markdown of each tree; kept nowhere. */
  'markdown.write': { request: { trees: Root[] }; reply: { markdown: string[] } };
  /** Leaves an answer for the editor frame that is about to open; the reply's nonce opens it once. */
  'editor.open': {
    request: { answer: CapturedAnswer; answerId: string; mode: 'correct' | 'note'; flagId?: string };
    reply: { nonce: string };
  };
  /** The editor frame asks for its answer. A nonce that is unknown or used is refused: any page can frame us. */
  'editor.begin': {
    request: { nonce: string };
    reply: { answer: WrittenAnswer; answerId: string; review: Review | null; mode: 'correct' | 'note'; flagId?: string; rubric: Rubric };
  };
  /** The editor frame tells its content script: it wants this height in px, or it is done. */
  'editor.tell': { request: { nonce: string; height?: number; done?: 'saved' | 'nothing' }; reply: null };
  /** Turns review on for origins and the frames they embed; replies when open tabs are served. */
  'site.enable': { request: { origin: string | string[] }; reply: { origins: string[] } };
  'site.disable': { request: { origin: string | string[] }; reply: { origins: string[] } };
  /** Is review on for this origin, is it on by default, and may we run there? */
  'site.state': { request: { origin: string }; reply: { on: boolean; builtIn: boolean; permitted: boolean } };
  'settings.get': { request: Record<string, never>; reply: { settings: Settings } };
  'settings.reviewer': { request: { name: string }; reply: { settings: Settings } };
  /** Saves where reviews go; `token: null` removes it, absent keeps it. `url: null` turns sync off. */
  'sync.configure': { request: { url: string | null; token?: string | null }; reply: { status: SyncStatus } };
  'sync.status': { request: Record<string, never>; reply: { status: SyncStatus } };
  /** Sends an empty batch and says in words what came back. */
  'sync.test': { request: { url: string; token?: string | null }; reply: { report: TestReport } };
  /** The exact body of the next request, and its headers without the token's value. */
  'sync.preview': { request: Record<string, never>; reply: { headers: Record<string, string>; body: string; events: number } };
  /** The person has seen the payload: from now on it may leave. */
  'sync.approve': { request: Record<string, never>; reply: { status: SyncStatus } };
  'sync.now': { request: Record<string, never>; reply: { status: SyncStatus } };
  'sync.pause': { request: { paused: boolean }; reply: { status: SyncStatus } };
  /** Lets what the endpoint refused for good try again. */
  'sync.retry': { request: Record<string, never>; reply: { status: SyncStatus } };
}

/** background and pages → content script of one frame */
export interface ContentCalls {
  'page.inspect': { request: Record<string, never>; reply: PageInspection };
  /** Scrolls to an answer and focuses its mark. */
  'page.reveal': { request: { answerId: string }; reply: { found: boolean } };
  /** The keyboard shortcut: focus the next answer without a review. */
  'page.focusNext': { request: Record<string, never>; reply: { focused: boolean } };
  /** The editor frame of this content script speaks. */
  'editor.told': { request: { nonce: string; height?: number; done?: 'saved' | 'nothing' }; reply: null };
  /** Somebody changed this review; null: it is gone. */
  'review.changed': { request: { answerId: string; review: Review | null }; reply: null };
  /** Review was turned off here: leave, and take everything of ours along. */
  'page.stop': { request: Record<string, never>; reply: null };
}

/** content script and background → every open page of ours; nobody answers */
export interface Pushes {
  'page.changed': { url: string };
  'reviews.changed': { answerId: string };
  'sync.changed': { status: SyncStatus };
}

/** Who may send each call. `content` is our content script in a page, `page` an extension page (the framed editor included). */
export const senders: Record<keyof Calls, readonly ('content' | 'page')[]> = {
  'page.start': ['content'],
  'reviews.find': ['content', 'page'],
  'review.change': ['content', 'page'],
  'markdown.write': ['content'],
  'editor.open': ['content'],
  'editor.begin': ['page'],
  'editor.tell': ['page'],
  'site.enable': ['page'],
  'site.disable': ['page'],
  'site.state': ['page'],
  'settings.get': ['page'],
  'settings.reviewer': ['page'],
  'sync.configure': ['page'],
  'sync.status': ['page'],
  'sync.test': ['page'],
  'sync.preview': ['page'],
  'sync.approve': ['page'],
  'sync.now': ['page'],
  'sync.pause': ['page'],
  'sync.retry': ['page'],
};
