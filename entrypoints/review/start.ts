/** Pick adapters → watch answers → mount controls; ends with the context. */
import { enterClosedRoots } from '../../lib/capture/roots.ts';
import { openOrClosedRoot } from '../../lib/platform/roots.ts';
import { watch } from '../../lib/detect/watch.ts';
import { speak } from '../../lib/i18n/text.ts';
import type { Calls } from '../../lib/messaging/protocol.ts';
import { push, send } from '../../lib/messaging/send.ts';
import { serveFrame } from '../../lib/messaging/serve.ts';
import type { PageView, Watcher } from '../../lib/model/view.ts';
import { createKeys } from '../../lib/overlay/keys.ts';
import { serveAct } from './act.ts';
import { createLazyControls } from './controls.ts';
import { createDesk } from './desk.ts';
import { serveDraft } from './draft.ts';
import { inspect } from './inspect.ts';
import { createMoment } from './moment.ts';
import { createPage } from './page.ts';
import { takeControls, takeFrame } from './takeover.ts';

export async function start(): Promise<void> {
  const end = new AbortController();
  const running = takeFrame(end);
  if (!running) return;
  // Before the page's own scripts: a listener that is added later cannot keep a key from them.
  const keys = createKeys(window, end.signal);
  await loaded();
  const started = await send('page.start', { origin: window.origin });
  if (end.signal.aborted) return;
  if (!started.ok || !started.value.on || !takeControls(document)) return end.abort();
  running.watches = started.value.watch;
  review(started.value, keys, end);
}

const finalOf = ({ answers }: PageView) => answers.filter(({ state }) => state === 'final');

/** The tree is there: before that there is nothing to find, and nowhere to hang a host. */
function loaded(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}

function review(
  { adapters, terms, speech, watch: watches, select }: Calls['page.start']['reply'],
  keys: ReturnType<typeof createKeys>,
  end: AbortController,
): void {
  speak(speech.locale, speech.words);
  enterClosedRoots(openOrClosedRoot);
  const { signal } = end;
  const { origin } = window;
  const desk = createDesk(origin, () => controls.changed());
  let watcher: Watcher | null = null;
  const moment = createMoment(() => watcher);
  const controls = createLazyControls({ window, origin, terms, keys, desk, moment, signal, end: () => end.abort() });

  let announced: ReturnType<typeof setTimeout> | undefined;
  const seen = (view: PageView): void => {
    moment.told();
    controls.show(
      view.answers.filter((answer) => answer.state === 'final' || moment.awaits(answer)),
      view.answers.length > 0,
    );
    void desk.meet(finalOf(view));
    clearTimeout(announced);
    // Pages of ours need the news, not each step of a stream.
    announced = setTimeout(() => push('page.changed', { url: window.location.href }), 300);
  };
  const page = createPage(window, watches, seen, signal);
  let looking = new AbortController();
  let known = JSON.stringify(adapters);
  const look = (all: typeof adapters): void => {
    looking.abort();
    looking = new AbortController();
    const both = AbortSignal.any([signal, looking.signal]);
    watcher = watch({ window, adapters: all, onChange: (view) => page.chat(view), signal: both });
  };
  if (watches) look(adapters);
  const reviewSelection = async (): Promise<boolean> => {
    const answer = await page.select();
    return answer !== null && ((await controls.ready())?.reveal(answer.id) ?? false);
  };
  if (select) void reviewSelection();
  signal.addEventListener('abort', () => clearTimeout(announced));

  serveFrame(
    {
      'page.inspect'() {
        watcher?.view();
        return inspect({
          window,
          view: page.view(),
          controls: (id) => controls.now()?.rect(id) ?? null,
          review: (id) => desk.review(id),
          async write(trees) {
            const reply = await send('markdown.write', { trees });
            if (!reply.ok) throw new Error(reply.error.message);
            return reply.value.markdown;
          },
        });
      },
      'page.reveal': async ({ answerId }) => ({ found: (await controls.ready())?.reveal(answerId) ?? false }),
      'page.act': serveAct(controls, () => page.view().answers),
      'page.draft': serveDraft(() => page.view().answers),
      'page.select': async () => ({ found: await reviewSelection() }),
      'page.focusNext': async () => ({ focused: (await controls.ready())?.focusNext() ?? false }),
      'editor.told': ({ nonce, ...word }) => {
        controls.now()?.editorTold(nonce, word);
        return null;
      },
      'review.changed': ({ answerId, review }) => {
        desk.put(answerId, review);
        return null;
      },
      'page.reviews'() {
        void desk.meet(finalOf(page.view()), true);
        return null;
      },
      async 'page.settings'() {
        const again = await send('page.start', { origin });
        if (!again.ok || signal.aborted) return null;
        Object.assign(terms, again.value.terms);
        controls.changed();
        const next = JSON.stringify(again.value.adapters);
        if (again.value.watch && next !== known) look(again.value.adapters);
        known = next;
        return null;
      },
      'page.stop': () => {
        end.abort();
        return null;
      },
    },
    signal,
  );
}
