/** To whom an answer goes, and why. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { noteLimit } from '../../lib/model/review.ts';
import { Foot, isDone, isSubmit } from './Foot.tsx';
import type { Problem } from './saver.ts';
import { copyAll } from './writing.ts';

/** To whom, and why. */
export interface Escalation {
  to: string;
  reason: string;
}

export interface EscalateProps {
  first: Escalation;
  /** Whom the policy names; with none a name is written. */
  choices: string[];
  notice?: string | null;
  /** It is kept here, and nobody is asked, until it is sent. */
  onKeep: (escalation: Escalation) => void;
  /** Escalates, and closes; after a problem it stays open. */
  onDone: (escalation: Escalation) => Promise<Problem | null>;
  /** Closes without. */
  onLeave: () => void;
}

/** A name or a role, UTF-16 units. */
const longestName = 200;

export function Escalate({ first, choices, notice = null, onKeep, onDone, onLeave }: EscalateProps) {
  const [now, setNow] = useState(first.to || choices.length !== 1 ? first : { ...first, to: choices[0]! });
  const [problem, setProblem] = useState<Problem | null>(null);
  const to = useRef<HTMLInputElement>(null);
  const why = useRef<HTMLTextAreaElement>(null);
  const [begin] = useState(() => (now.to ? why : to));
  useEffect(() => begin.current?.focus(), [begin]);

  function change(next: Escalation): void {
    setNow(next);
    setProblem(null);
    onKeep(next);
  }

  async function done(): Promise<void> {
    const wrong = problemOf(now);
    if (wrong) {
      if (!now.to.trim()) to.current?.focus();
      return setProblem(wrong);
    }
    setProblem(await onDone({ to: now.to.trim(), reason: now.reason.trim() }));
  }

  function keys(event: KeyboardEvent): void {
    if (!isDone(event)) return;
    event.preventDefault();
    if (isSubmit(event)) void done();
    else onLeave();
  }

  return (
    <main class="editor escalate" onKeyDown={keys}>
      {choices.length > 0 ? (
        <fieldset>
          <legend>
            <h1 class="name">{text('editor.escalateTo')}</h1>
          </legend>
          <div class="choices">
            {choices.map((choice, index) => (
              <label key={choice} class="choice">
                <input
                  ref={choice === now.to || (!now.to && index === 0) ? to : undefined}
                  type="radio"
                  name="to"
                  checked={choice === now.to}
                  onInput={() => change({ ...now, to: choice })}
                />
                <span>{choice}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <>
          <h1 class="name">
            <label for="to">{text('editor.escalateTo')}</label>
          </h1>
          <input
            id="to"
            ref={to}
            dir="auto"
            maxLength={longestName}
            value={now.to}
            placeholder={text('editor.escalateWho')}
            aria-describedby="state"
            onInput={(event) => change({ ...now, to: event.currentTarget.value })}
          />
        </>
      )}
      <label class="name" for="field">
        {text('editor.escalateWhy')} <span class="soft">{text('editor.optional')}</span>
      </label>
      <textarea
        id="field"
        ref={why}
        dir="auto"
        rows={3}
        spellcheck
        defaultValue={now.reason}
        aria-describedby="state"
        onInput={(event) => change({ ...now, reason: event.currentTarget.value })}
      />
      <Foot
        problem={problem}
        says={notice === null ? null : { words: notice, faint: false }}
        onCopy={() => why.current && copyAll(why.current)}
      >
        <button type="button" class="quiet" onClick={onLeave}>
          {text('editor.leave')} <kbd>{text('key.escape')}</kbd>
        </button>
        <button type="button" class="main" onClick={() => void done()}>
          {text('editor.escalate')} <kbd>{text('key.submit')}</kbd>
        </button>
      </Foot>
    </main>
  );
}

function problemOf({ to, reason }: Escalation): Problem | null {
  if (!to.trim()) return { words: text('editor.escalateNobody') };
  return reason.length > noteLimit ? { words: text('editor.tooLong', { n: reason.length, most: noteLimit }) } : null;
}
