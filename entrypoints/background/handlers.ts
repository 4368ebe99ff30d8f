/** Message name → what it does. Senders and requests are checked before anything here runs. */
import { speechOf } from '../../lib/i18n/load.ts';
import { knows, text, type TableName, type Tables } from '../../lib/i18n/text.ts';
import { writeMarkdown } from '../../lib/markdown/write.ts';
import { webOrigin } from '../../lib/platform/origins.ts';
import { showBadge } from '../../lib/platform/badge.ts';
import { injectFrame } from '../../lib/platform/scripts.ts';
import type { TestReport } from '../../lib/messaging/protocol.ts';
import type { Speech } from '../../lib/model/words.ts';
import type { Handlers } from '../../lib/messaging/serve.ts';
import { mayFit } from '../../lib/sites/match.ts';
import type { PrivateStore } from '../../lib/store/private.ts';
import type { Store } from '../../lib/store/open.ts';
import { passagesAt } from '../../lib/store/passages.ts';
import { findReviews } from '../../lib/store/reviews.ts';
import { probe } from '../../lib/store/room.ts';
import { readSettings } from '../../lib/store/settings.ts';
import type { Sync, TestOutcome } from '../../lib/sync/sync.ts';
import { createAdapters } from './adapters.ts';
import { eraseHandlers } from './erase.ts';
import { beginEditor, openEditor, tellEditor } from './editors.ts';
import { healthOf } from './health.ts';
import { reviewSelection, startedForSelection } from './passages.ts';
import { isPrivate } from './private.ts';
import { policyHandlers, policyOf, termsOf } from './policy.ts';
import { preferenceHandlers } from './preferences.ts';
import { privacyHandlers } from './privacy.ts';
import { change, written } from './reviews.ts';
import { originsOf, type createSites } from './sites.ts';

/** What the scripts beside an answer say. They carry no words of their own. */
const besideAnswers: TableName[] = ['overlay', 'panels', 'rubric', 'feedback'];

interface Parts {
  store: Store;
  sync: Sync;
  sites: ReturnType<typeof createSites>;
  words: Promise<Tables>;
  /** The reviews of private windows. */
  kept: PrivateStore;
}

export function createHandlers({ store, sync, sites, words, kept }: Parts): Handlers {
  const status = async () => ({ status: await sync.status() });
  const find = (origin: string, answers: { id: string }[], incognito: boolean) =>
    incognito ? kept.find(origin, answers) : findReviews(store, origin, answers);

  const own = createAdapters(store);

  return {
    ...own.handlers,
    ...policyHandlers(store),
    ...eraseHandlers(store, () => void sync.run()),
    ...privacyHandlers(store, sync),
    // The worker may be gone before the undo time is over: the alarm that this sets is what sends.
    ...preferenceHandlers(store, kept, () => void sync.run()),
    'page.start': async ({ origin }, from) => {
      const select = await startedForSelection(from.tabId, from.frameId);
      const on = await sites.worksIn(origin, from.tabUrl);
      // A frame without an address of its own (`srcdoc`) has the origin of the page around it.
      const address = webOrigin(from.url) ? from.url : webOrigin(origin);
      return {
        on: on || select,
        watch: on,
        select,
        adapters: on && address ? mayFit(new URL(address), await own.all()) : [],
        terms: await termsOf(store),
        speech: from.incognito ? saidInPrivate(speechOf(await words, besideAnswers)) : speechOf(await words, besideAnswers),
      };
    },
    'teach.words': async () => speechOf(await words, ['overlay', 'teach']),
    'page.load': async ({ script }, { tabId, frameId }) => {
      if (tabId !== null && frameId !== null) await injectFrame(tabId, frameId, script);
      return null;
    },
    'page.found': async ({ evidence }, { tabId }) => {
      if (tabId !== null) await showBadge(tabId, evidence > 0, evidence > 0 ? text('popup.badge', { n: evidence }) : text('app.name'));
      return null;
    },
    'terms.get': async () => ({ terms: await termsOf(store) }),
    'passages.find': async ({ origin, url }, { incognito }) => ({
      texts: await (incognito ? kept.passages(origin, url) : passagesAt(store, origin, url)),
    }),
    'selection.review': async ({ tabId }) => {
      await reviewSelection(tabId);
      return null;
    },
    'reviews.find': async ({ origin, answers, incognito }, from) => ({ reviews: await find(origin, answers, isPrivate(from, incognito)) }),
    'review.change': async (request, from) => {
      const apart = isPrivate(from, request.incognito);
      const reply = await change(store, request, apart ? kept : null);
      if (request.final && !apart) void sync.run();
      return reply;
    },
    'markdown.write': ({ trees }) => ({ markdown: trees.map(writeMarkdown) }),
    'editor.open': async ({ answer, ...wish }, from) => {
      // Before anybody types: what could not be saved is refused at once.
      await probe(store);
      return { nonce: await openEditor({ answer: written(answer), ...wish }, from) };
    },
    'editor.begin': async ({ nonce }, from) => {
      const waiting = await beginEditor(nonce, from);
      const { answer, answerId } = waiting;
      const { incognito } = from;
      const found = await find(answer.origin, [{ id: answerId }], incognito);
      return { ...waiting, review: found[answerId] ?? null, policy: await policyOf(store), incognito };
    },
    'editor.tell': tellEditor,
    'site.enable': async ({ origin }) => ({ origins: await sites.enable(originsOf(origin)) }),
    'site.disable': async ({ origin }) => ({ origins: await sites.disable(originsOf(origin)) }),
    'site.state': ({ origin }) => sites.state(origin),
    'store.health': async () => ({ health: await healthOf(store) }),
    'settings.get': async () => ({ settings: await readSettings(store) }),
    'sync.configure': async ({ destination }) => {
      const id = await sync.configure(destination);
      void sync.run();
      return { id, ...(await status()) };
    },
    'sync.remove': async ({ destinationId }) => {
      await sync.remove(destinationId);
      return status();
    },
    'sync.status': status,
    'sync.test': async ({ destination }) => ({ report: report(await sync.test(destination)) }),
    'sync.preview': ({ destinationId }) => sync.preview(destinationId),
    'sync.approve': async ({ destinationId }) => {
      await sync.approve(destinationId);
      await sync.run();
      return status();
    },
    'sync.now': async () => {
      await sync.runNow();
      return status();
    },
    'sync.pause': async ({ destinationId, paused }) => {
      await sync.pause(destinationId, paused);
      if (!paused) void sync.run();
      return status();
    },
    'sync.retry': async ({ destinationId }) => {
      await sync.retryRejected(destinationId);
      await sync.runNow();
      return status();
    },
  };
}

/** "Saved" says until when. */
const saidInPrivate = ({ words, ...speech }: Speech): Speech => ({ ...speech, words: { ...words, saved: text('private.saved') } });

/** A test's outcome in words. */
function report({ works, problem }: TestOutcome): TestReport {
  if (!problem) return { works, message: text('sync.test.works') };
  const key = `problem.${problem.code}`;
  const words = knows(key) ? text(key, { status: problem.status ?? '', detail: problem.detail }) : problem.code;
  return { works, message: words };
}
