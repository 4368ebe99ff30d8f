/** What is typed in a field: saved at each pause, and when the page goes out of sight; never in the middle of a composition. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { saver, type Problem } from './saver.ts';

/** A pause in typing, ms: long enough not to save within a word, short enough to lose nothing that was thought to the end. */
const pause = 400;

export interface Typing {
  /** What the field held at the last pause. The field keeps its own text: a keystroke draws nothing. */
  value: string;
  problem: Problem | null;
  saved: boolean;
  /** Saves what is not saved yet; null when all is. */
  save: () => Promise<Problem | null>;
  setProblem: (problem: Problem | null) => void;
  /** For the field. */
  on: {
    onInput: (event: Event) => void;
    onCompositionStart: () => void;
    onCompositionEnd: () => void;
  };
}

/** `stored` is what is saved of it already, `read` gives what the field holds now. */
export function useTyping(first: string, stored: string, read: () => string, onSave: (value: string) => Promise<Problem | null>): Typing {
  const [value, setValue] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const [keep] = useState(() => saver(stored, (next) => latest.current.onSave(next)));
  const latest = useRef({ read, onSave, save });
  latest.current = { read, onSave, save };
  const composing = useRef(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function save(): Promise<Problem | null> {
    clearTimeout(resting.current);
    const next = latest.current.read();
    const saving = keep(next);
    setValue(next);
    if (!saving) return null;
    const wrong = await saving;
    setProblem(wrong);
    setSaved(wrong === null);
    return wrong;
  }
  const rest = (): void => {
    clearTimeout(resting.current);
    resting.current = setTimeout(() => void save(), pause);
  };

  useEffect(() => {
    const leave = (): void => {
      if (!composing.current && (document.visibilityState === 'hidden' || resting.current !== undefined)) void latest.current.save();
    };
    const away = new AbortController();
    document.addEventListener('visibilitychange', leave, { signal: away.signal });
    window.addEventListener('pagehide', leave, { signal: away.signal });
    if (latest.current.read() !== stored) void latest.current.save();
    return () => {
      away.abort();
      clearTimeout(resting.current);
    };
  }, [stored]);

  return {
    value,
    problem,
    saved,
    save,
    setProblem,
    on: {
      onInput() {
        if (composing.current) return;
        setSaved(false);
        rest();
      },
      onCompositionStart() {
        // What stood there before is whole; what is being composed is not.
        composing.current = true;
        void save();
      },
      onCompositionEnd() {
        composing.current = false;
        rest();
      },
    },
  };
}
