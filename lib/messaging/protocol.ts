/**
 * Every message, once; who may send which stands in `senders.ts`.
 * Request schemas stand in `lib/schema/messages.ts`; the background attaches them in `serve`.
 */
import type { CapturedAnswer } from '../model/answer.ts';
import type { EditorWish, Terms } from '../model/controls.ts';
import type { Drafted } from '../model/feedback.ts';
import type { PageInspection } from '../model/inspection.ts';
import type { KeyMap } from '../model/keys.ts';
import type { Policy } from '../model/policy.ts';
import type { Comparison, Preference } from '../model/preference.ts';
import type { Result } from '../model/result.ts';
import type { Review, ReviewChange } from '../model/review.ts';
import type { SiteAdapter } from '../model/site.ts';
import type { Settings } from '../model/settings.ts';
import type { DestinationDraft, SyncStatus } from '../model/sync.ts';
import type { Speech } from '../model/words.ts';
import type { OnDemand } from '../platform/scripts.ts';
import type { AdapterCalls } from './adapters.ts';
import type { KeepingCalls } from './keeping.ts';
import type { MaskingCalls } from './masking.ts';
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

/** One of two answers that are compared. It is needed itself when it may not be stored yet. */
export interface ComparedAnswer {
  answerId: string;
  answer?: CapturedAnswer | WrittenAnswer;
}

/** What a page of ours says of itself that stands beside a tab; of whoever stands in one the browser says it. */
interface FromPage {
  /** It is about a private window. */
  incognito?: boolean;
}

/** content and pages → background */
export interface Calls extends AdapterCalls, KeepingCalls, MaskingCalls {
  /**
   * A content script woke up: may it work here, and with what? `watch`: look for answers by itself. `select`: make an answer of
   * what is selected.
   */
  'page.start': {
    request: { origin: string };
    reply: { on: boolean; watch: boolean; select: boolean; adapters: SiteAdapter[]; terms: Terms; speech: Speech };
  };
  /** Runs a script that is rarely needed in the frame that asks; replies when it has run. */
  'page.load': { request: { script: OnDemand }; reply: null };
  /** So many signs of AI on this page: the toolbar's badge says that there are some. */
  'page.found': { request: { evidence: number }; reply: null };
  /** What reviewers judge by, for a page of ours that cannot read it: in Firefox one in a private window has a database of its own. */
  'terms.get': { request: Record<string, never>; reply: { terms: Terms } };
  /** Texts of the reviewed passages of a page: they have to be found in it again. */
  'passages.find': { request: { origin: string; url: string }; reply: { texts: string[] } };
  /** Makes an answer of what is selected in a tab, as the context menu does. */
  'selection.review': { request: { tabId: number }; reply: null };
  /** Reviews of the answers in view; keyed by the ids that were asked for. */
  'reviews.find': { request: { origin: string; answers: AnswerSighting[] } & FromPage; reply: { reviews: Record<string, Review> } };
  /**
   * One act. With `final: false` it goes to the draft; else a new revision is stored, and one outbox row.
   * `answer` is needed the first time only, `seen` is the review that the act was made on. Replies with the review as it is now (null: nothing is
   * left of it).
   */
  'review.change': {
    request: {
      answerId: string;
      answer?: CapturedAnswer | WrittenAnswer;
      change: ReviewChange;
      seen?: Review | null;
      final: boolean;
      timing?: { shownAt: string | null; startedAt: string; activeMs: number };
    } & FromPage;
    reply: { review: Review | null };
  };
  /**
   * Which of two answers is better, and why (may be empty). Said again, in either order, it is a new revision of the same
   * preference. The reply names the answers as they are stored.
   */
  'preference.save': {
    request: { pair: [ComparedAnswer, ComparedAnswer]; better: Comparison; reason: string };
    reply: { preference: Preference };
  };
  /** The preferences that touch any of these answers, withdrawn ones left out; they speak in the ids that were asked for. */
  'preference.find': { request: { answerIds: string[] }; reply: { preferences: Preference[] } };
  /** Takes one back; `preference.undo` to the revision before brings it back. */
  'preference.withdraw': { request: { id: string }; reply: { preference: Preference } };
  /** Back to what an earlier revision said; 0 withdraws it. */
  'preference.undo': { request: { id: string; toRevision: number }; reply: { preference: Preference } };
  /** Markdown of each tree; kept nowhere. */
  'markdown.write': { request: { trees: Root[] }; reply: { markdown: string[] } };
  /** Leaves an answer for the editor frame that is about to open; the reply's nonce opens it once. */
  'editor.open': {
    request: { answer: CapturedAnswer; answerId: string } & EditorWish;
    reply: { nonce: string };
  };
  /** The editor frame asks for its answer. A nonce that is unknown or used is refused: any page can frame us. */
  'editor.begin': {
    request: { nonce: string };
    reply: { answer: WrittenAnswer; answerId: string; review: Review | null; policy: Policy; incognito: boolean } & EditorWish;
  };
  /** The editor frame tells its content script: it wants this height in px, or it is done. */
  'editor.tell': { request: { nonce: string; height?: number; done?: 'saved' | 'nothing' }; reply: null };
  /** Turns review on for origins and the frames they embed; replies when open tabs are served. */
  'site.enable': { request: { origin: string | string[] }; reply: { origins: string[] } };
  'site.disable': { request: { origin: string | string[] }; reply: { origins: string[] } };
  /** Is review on for this origin, is it on by default, and may we run there? */
  'site.state': { request: { origin: string }; reply: { on: boolean; builtIn: boolean; permitted: boolean } };
  /** A person wants to show what is an answer and what a prompt: the picker starts in all frames of the tab. */
  'page.teach': { request: { tabId: number }; reply: null };
  /** What the picker says. */
  'teach.words': { request: Record<string, never>; reply: Speech };
  /** The picker of this frame goes on, or is done: those of the other frames leave. */
  'teach.alone': { request: { token: string }; reply: null };
  /** The policy in force, who set it, and in words what is wrong with the organisation's: then the default counts. */
  'policy.get': {
    request: Record<string, never>;
    reply: { policy: Policy; by: 'organisation' | 'person' | 'default'; wrong: string | null };
  };
  /** Takes a policy of the person's own from a JSON text; the reply's `before` brings the former back through `policy.set`. */
  'policy.import': { request: { text: string }; reply: { before: Policy | null } };
  /** Sets the person's own; null: back to the default. */
  'policy.set': { request: { policy: Policy | null }; reply: { before: Policy | null } };
  'settings.get': { request: Record<string, never>; reply: { settings: Settings } };
  /** What is absent stays. */
  'settings.reviewer': { request: { name?: string; role?: string }; reply: { settings: Settings } };
  /** All keys that differ from the default ones; none: back to those. */
  'settings.keys': { request: { keys: Partial<KeyMap> }; reply: { keys: KeyMap } };
  /** Saves where reviews go. */
  'sync.configure': { request: { destination: DestinationDraft }; reply: { id: string; status: SyncStatus } };
  /** Takes a destination away: what waits for it waits no longer. */
  'sync.remove': { request: { destinationId: string }; reply: { status: SyncStatus } };
  'sync.status': { request: Record<string, never>; reply: { status: SyncStatus } };
  /** Sends an empty batch and says in words what came back. */
  'sync.test': { request: { destination: DestinationDraft }; reply: { report: TestReport } };
  /** The person has seen the payload: from now on it may leave. */
  'sync.approve': { request: { destinationId: string }; reply: { status: SyncStatus } };
  'sync.now': { request: Record<string, never>; reply: { status: SyncStatus } };
  'sync.pause': { request: { destinationId: string; paused: boolean }; reply: { status: SyncStatus } };
  /** Lets what the endpoint refused for good try again. */
  'sync.retry': { request: { destinationId: string }; reply: { status: SyncStatus } };
}

/** background and pages → content script of one frame */
export interface ContentCalls {
  'page.inspect': { request: Record<string, never>; reply: PageInspection };
  /** Scrolls to an answer and focuses its mark. */
  'page.reveal': { request: { answerId: string }; reply: { found: boolean } };
  /**
   * One act on an answer that stands in this frame; with `final: false` it goes to the draft. What the page captures is sent with it.
   * The reply is the review as it is now, or what was wrong in words: `gone` where the page shows no such answer.
   */
  'page.act': { request: { answerId: string; change: ReviewChange; final: boolean }; reply: Result<{ review: Review | null }> };
  /** Drafts a text in the page's own composer, in the conversation of that answer; never sends it. */
  'page.draft': { request: { answerId: string; text: string }; reply: { drafted: Drafted } };
  /** Makes an answer of what is selected here, and opens its controls. */
  'page.select': { request: Record<string, never>; reply: { found: boolean } };
  /** The keyboard shortcut: focus the next answer without a review. */
  'page.focusNext': { request: Record<string, never>; reply: { focused: boolean } };
  /** The editor frame of this content script speaks. */
  'editor.told': { request: { nonce: string; height?: number; done?: 'saved' | 'nothing' }; reply: null };
  /** Somebody changed this review; null: it is gone. */
  'review.changed': { request: { answerId: string; review: Review | null }; reply: null };
  /** Reviews were erased or came back, any of them: ask for those of this frame again. */
  'page.reviews': { request: Record<string, never>; reply: null };
  /** Adapters, policy, role or keys have changed: ask for them again (`page.start`), and work with them. */
  'page.settings': { request: Record<string, never>; reply: null };
  /** To the pickers of a tab: leave, unless this token is yours. */
  'teach.leave': { request: { except: string }; reply: null };
  /** Review was turned off here: leave, and take everything of ours along. */
  'page.stop': { request: Record<string, never>; reply: null };
}

/** content script, background or a page of ours → every other open page of ours; nobody answers */
export interface Pushes {
  'page.changed': { url: string };
  /** The person is at this answer in the page: its mark has the focus, or its controls are open. */
  'page.at': { answerId: string };
  /** Null: any of them, or many. */
  'reviews.changed': { answerId: string | null };
  'sync.changed': { status: SyncStatus };
}
