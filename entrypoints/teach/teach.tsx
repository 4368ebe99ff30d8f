/** Teaching a site: an answer, a prompt, a look at what would be found, and it is kept. Nothing of the page is touched. */
import { render } from 'preact';
import css from '../../components/teach/teach.css?inline';
import type { FoundBox, TeachState } from '../../components/teach/state.ts';
import { Teach } from '../../components/teach/Teach.tsx';
import { holds } from '../../lib/capture/offsets.ts';
import { shownText } from '../../lib/detect/shown.ts';
import { propose } from '../../lib/detect/teach/propose.ts';
import { direction, locale, speak, text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import { serveFrame } from '../../lib/messaging/serve.ts';
import type { Rect } from '../../lib/model/inspection.ts';
import { createHost } from '../../lib/overlay/host.ts';
import { boxOf, isDark } from '../../lib/overlay/surroundings.ts';
import { createAim } from './aim.ts';

declare global {
  /** Ends the picker of this isolated world. */
  var bluepencilTeach: AbortController | undefined;
}

/** "Saved" is read in so long, ms. */
const readMs = 5000;

export async function teach(): Promise<void> {
  const end = new AbortController();
  const { signal } = end;
  // Begun again: one picker a frame.
  globalThis.bluepencilTeach?.abort();
  globalThis.bluepencilTeach = end;
  const speech = await send('teach.words', {});
  if (!speech.ok || signal.aborted) return;
  speak(speech.value.locale, speech.value.words);
  // Not `crypto.randomUUID`, which plain-http pages do not have.
  const token = `${Math.random()}`;
  const { element: host, root } = createHost(window, css, signal);
  host.lang = locale();
  host.dir = direction();
  let step: TeachState['step'] = 'answer';
  let bar = window === window.top;
  const dark = isDark(document.body);
  let answer: Element | null = null;
  let found: ReturnType<typeof propose> = null;
  let at = 0;
  let problem: string | null = null;
  let announcement = '';
  let drawn = '';
  /** The bar is to have the keyboard: the page's own field, or the page around this frame, would take the keys. */
  let wantsKeys = bar;

  const aim = createAim({
    window,
    host,
    root,
    signal,
    onAim(told) {
      if (!told) return;
      announcement = text('teach.aimed', {
        words: aim.element ? shownText(aim.element).slice(0, 80) || text('teach.wordless') : text('teach.wordless'),
      });
    },
    onPick: pick,
    onLeave: leave,
  });
  serveFrame(
    {
      'teach.leave'({ except }) {
        if (except !== token) end.abort();
        return null;
      },
    },
    signal,
  );
  signal.addEventListener('abort', () => render(null, root));
  const calls = {
    noPrompt: () => look(null),
    fewer: () => void (at = Math.max(0, at - 1)),
    more: () => void (at = Math.min((found?.proposals.length ?? 1) - 1, at + 1)),
    again,
    save: () => void save(),
    leave,
  };
  frame();

  function pick(element: Element): void {
    problem = null;
    if (step === 'answer') {
      answer = element;
      step = 'prompt';
      bar = true;
      wantsKeys = true;
      // This frame has it: those of the other frames go.
      void send('teach.alone', { token });
      aim.clear();
    } else if (answer && (holds(answer, element) || holds(element, answer))) problem = text('teach.inside');
    else look(element);
  }

  /** Tries what was shown. */
  function look(prompt: Element | null): void {
    if (!answer) return;
    const today = new Date().toISOString().slice(0, 10);
    found = propose(document, { answer, prompt }, { origin: window.origin, path: window.location.pathname, today });
    if (!found) {
      again();
      problem = text('teach.same');
      return;
    }
    at = found.best;
    step = 'found';
    aim.clear(true);
  }

  function again(): void {
    step = 'answer';
    answer = null;
    found = null;
    problem = null;
    aim.clear();
    wantsKeys = true;
  }

  async function save(): Promise<void> {
    const adapter = found?.proposals[at]?.adapter;
    if (!adapter) return;
    const reply = await send('adapter.save', { adapter });
    if (signal.aborted) return;
    if (!reply.ok) {
      problem = reply.error.message;
      return;
    }
    step = 'saved';
    setTimeout(() => end.abort(), readMs);
  }

  function leave(): void {
    void send('teach.alone', { token });
    end.abort();
  }

  /** Draws what has changed, once a frame: teaching takes seconds, and the page may scroll and grow meanwhile. */
  function frame(): void {
    if (signal.aborted) return;
    const state = now();
    const key = JSON.stringify(state);
    if (key !== drawn) {
      drawn = key;
      render(<Teach state={state} calls={calls} />, root);
    }
    if (wantsKeys) {
      wantsKeys = false;
      window.focus();
      root.querySelector<HTMLElement>('.bar')?.focus({ preventScroll: true });
    }
    window.requestAnimationFrame(frame);
  }

  function now(): TeachState {
    const proposal = step === 'found' ? found?.proposals[at] : undefined;
    return {
      step,
      bar,
      dark,
      aim: step === 'answer' || step === 'prompt' ? rectOf(aim.element) : null,
      picked: step === 'prompt' ? rectOf(answer) : null,
      boxes: proposal ? [...boxesOf(proposal.prompts, 'prompt'), ...boxesOf(proposal.answers, 'answer')] : [],
      counts: { answers: proposal?.answers.length ?? 0, prompts: proposal?.prompts.length ?? 0 },
      fewer: at > 0,
      more: at < (found?.proposals.length ?? 0) - 1,
      problem,
      announcement,
    };
  }
}

const rectOf = (element: Element | null): Rect | null => (element?.isConnected ? boxOf([element]) : null);

/** The boxes in view. */
function boxesOf(messages: readonly Element[], role: FoundBox['role']): FoundBox[] {
  return messages.flatMap((message, index) => {
    const box = boxOf([message]);
    return box && box.y < window.innerHeight && box.y + box.height > 0 ? [{ ...box, role, number: index + 1 }] : [];
  });
}
