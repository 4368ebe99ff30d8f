/** Pick adapters → watch answers → mount controls; ends with the context. */
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { watch } from '../../lib/detect/watch.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { speak } from '../../lib/i18n/text.ts';
import type { Calls } from '../../lib/messaging/protocol.ts';
import { push, send } from '../../lib/messaging/send.ts';
import { serveFrame } from '../../lib/messaging/serve.ts';
import { ok } from '../../lib/model/result.ts';
import type { PageView } from '../../lib/model/view.ts';
import { createKeys } from '../../lib/overlay/keys.ts';
import { browser } from '../../lib/platform/browser.ts';
import { capture } from './capture.ts';
import { createControls } from './controls.tsx';
import { createDesk } from './desk.ts';
import { createDwell } from './dwell.ts';
import { inspect } from './inspect.ts';

export async function start(context: ContentScriptContext): Promise<void> {
  const end = new AbortController();
  context.onInvalidated(() => end.abort());
  // Before the page's own scripts: a listener that is added later cannot keep a key from them.
  const keys = createKeys(window, end.signal);
  await loaded();
  const started = await send('page.start', { origin: window.origin });
  if (end.signal.aborted) return;
  if (started.ok && started.value.on) review(started.value, keys, end);
  else end.abort();
}

/** The tree is there: before that there is nothing to find, and nowhere to hang a host. */
function loaded(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}

function review({ adapters, rubric }: Calls['page.start']['reply'], keys: ReturnType<typeof createKeys>, end: AbortController): void {
  speak('en', overlay);
  const { signal } = end;
  const { origin } = window;
  const dwell = createDwell(window, signal);
  const desk = createDesk(origin, (answerId, review) => controls.review(answerId, review));
  const controls = createControls({
    window,
    rubric,
    keys,
    signal,
    actions: {
      async change(answer, change) {
        const timing = { startedAt: new Date().toISOString(), ...dwell.of(answer.id) };
        const reply = await send('review.change', { answerId: answer.id, answer: capture(answer, origin), change, final: true, timing });
        if (reply.ok) desk.put(answer.id, reply.value.review);
        return reply;
      },
      async openEditor(answer, mode, flagId) {
        const reply = await send('editor.open', { answer: capture(answer, origin), answerId: answer.id, mode, flagId });
        if (!reply.ok) return reply;
        const { nonce } = reply.value;
        return ok({ nonce, src: `${browser.runtime.getURL('/editor.html')}#${nonce}` });
      },
    },
  });

  let announced: ReturnType<typeof setTimeout> | undefined;
  const seen = (view: PageView): void => {
    const finals = view.answers.filter(({ state }) => state === 'final');
    controls.show(finals);
    dwell.follow(finals);
    void desk.meet(finals);
    clearTimeout(announced);
    // Pages of ours need the news, not each step of a stream.
    announced = setTimeout(() => push('page.changed', { url: window.location.href }), 300);
  };
  const watcher = watch({ window, adapters, onChange: seen, signal });
  signal.addEventListener('abort', () => clearTimeout(announced));

  serveFrame(
    {
      'page.inspect': () =>
        inspect({
          window,
          view: watcher.view(),
          controls: (id) => controls.rect(id),
          review: (id) => desk.review(id),
          async write(trees) {
            const reply = await send('markdown.write', { trees });
            if (!reply.ok) throw new Error(reply.error.message);
            return reply.value.markdown;
          },
        }),
      'page.reveal': ({ answerId }) => ({ found: controls.reveal(answerId) }),
      'page.focusNext': () => ({ focused: controls.focusNext() }),
      'editor.told': ({ nonce, ...word }) => {
        controls.editorTold(nonce, word);
        return null;
      },
      'review.changed': ({ answerId, review }) => {
        desk.put(answerId, review);
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
