/** Message name → what it does. Senders and requests are checked before anything here runs. */
import { knows, text } from '../../lib/i18n/text.ts';
import { writeMarkdown } from '../../lib/markdown/write.ts';
import type { TestReport } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/serve.ts';
import { defaultRubric } from '../../lib/model/rubric.ts';
import { adapters } from '../../lib/sites/index.ts';
import { adaptersFor } from '../../lib/sites/match.ts';
import type { Store } from '../../lib/store/open.ts';
import { findReviews } from '../../lib/store/reviews.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import type { Sync, TestOutcome } from '../../lib/sync/sync.ts';
import { beginEditor, openEditor, tellEditor } from './editors.ts';
import { change, written } from './reviews.ts';
import { originsOf, type createSites } from './sites.ts';

export function createHandlers({ store, sync, sites }: { store: Store; sync: Sync; sites: ReturnType<typeof createSites> }): Handlers {
  const status = async () => ({ status: await sync.status() });
  const reviewOf = async (origin: string, id: string) => (await findReviews(store, origin, [{ id }]))[id] ?? null;

  return {
    'page.start': async ({ origin }, from) => {
      const { reviewer } = await readSettings(store);
      const on = await sites.worksIn(origin, from.tabUrl);
      return {
        on,
        adapters: on && URL.canParse(from.url) ? adaptersFor(new URL(from.url), adapters) : [],
        rubric: defaultRubric,
        reviewer,
      };
    },
    'reviews.find': async ({ origin, answers }) => ({ reviews: await findReviews(store, origin, answers) }),
    'review.change': async (request) => {
      const reply = await change(store, request);
      // The worker may be gone before the undo time is over: the alarm that this sets is what sends.
      if (request.final) void sync.run();
      return reply;
    },
    'markdown.write': ({ trees }) => ({ markdown: trees.map(writeMarkdown) }),
    'editor.open': async ({ answer, answerId, mode, flagId }, from) => ({
      nonce: await openEditor({ answer: written(answer), answerId, mode, ...(flagId === undefined ? {} : { flagId }) }, from),
    }),
    'editor.begin': async ({ nonce }, from) => {
      const waiting = await beginEditor(nonce, from);
      return { ...waiting, review: await reviewOf(waiting.answer.origin, waiting.answerId), rubric: defaultRubric };
    },
    'editor.tell': tellEditor,
    'site.enable': async ({ origin }) => ({ origins: await sites.enable(originsOf(origin)) }),
    'site.disable': async ({ origin }) => ({ origins: await sites.disable(originsOf(origin)) }),
    'site.state': ({ origin }) => sites.state(origin),
    'settings.get': async () => ({ settings: await readSettings(store) }),
    'settings.reviewer': async ({ name }) => ({
      settings: await changeSettings(store, ({ reviewer: { id, role }, ...settings }) => ({
        ...settings,
        reviewer: name.trim() ? { id, role, name: name.trim() } : { id, role },
      })),
    }),
    'sync.configure': async (wanted) => {
      await sync.configure(wanted);
      void sync.run();
      return status();
    },
    'sync.status': status,
    'sync.test': async ({ url, token }) => ({ report: report(await sync.test(url, token)) }),
    'sync.preview': () => sync.preview(),
    'sync.approve': async () => {
      await sync.approve();
      await sync.run();
      return status();
    },
    'sync.now': async () => {
      await sync.runNow();
      return status();
    },
    'sync.pause': async ({ paused }) => {
      await sync.pause(paused);
      if (!paused) void sync.run();
      return status();
    },
    'sync.retry': async () => {
      await sync.retryRejected();
      await sync.runNow();
      return status();
    },
  };
}

/** A test's outcome in words. */
function report({ works, problem }: TestOutcome): TestReport {
  if (!problem) return { works, message: text('sync.test.works') };
  const key = `problem.${problem.code}`;
  const words = knows(key) ? text(key, { status: problem.status ?? '', detail: problem.detail }) : problem.code;
  return { works, message: words };
}
