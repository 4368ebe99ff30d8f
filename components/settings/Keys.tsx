/** The single keys inside the controls, each with a field that takes the new one; and the browser's own shortcuts. */
import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { digitOf, keyActs, keyOf, keyProblem, letterOf, type KeyAct, type KeyMap } from '../../lib/model/keys.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { WayBack } from './WayBack.tsx';

/** A shortcut of the browser: what it does, where there are words for that, and its keys; empty: none is set. */
export interface Shortcut {
  name: string;
  does: string;
  keys: string;
}

export interface KeysProps {
  keys: KeyMap;
  /** Some differ from the default ones. */
  changed: boolean;
  /** They were just set back, and can come again. */
  reset: boolean;
  shortcuts: Shortcut[];
  onKey: (act: KeyAct, key: string) => void;
  onReset: () => void;
  onBack: () => void;
  /** Opens the browser's page for them. */
  onShortcuts: () => void;
}

export function Keys({ keys, changed, reset, shortcuts, onKey, onReset, onBack, onShortcuts }: KeysProps) {
  return (
    <div class="keys">
      <ul class="two">
        {keyActs.map((act) => (
          <li key={act}>
            <KeyField act={act} keys={keys} onKey={(key) => onKey(act, key)} />
          </li>
        ))}
      </ul>
      <p class="hint">{text('keys.fixed')}</p>
      <WayBack done={reset ? text('keys.wereReset') : null} onBack={onBack} />
      {changed && (
        <div class="line">
          <Button onClick={onReset}>{text('keys.reset')}</Button>
        </div>
      )}
      <div class="shortcuts">
        <h3>{text('keys.shortcuts')}</h3>
        <ul>
          {shortcuts.map((shortcut) => (
            <li key={shortcut.name}>
              <span>{shortcut.does || text('keys.open')}</span>
              {shortcut.keys === '' ? <span class="soft">{text('keys.none')}</span> : <kbd dir="ltr">{shortcut.keys}</kbd>}
            </li>
          ))}
        </ul>
        <div class="line">
          <Button onClick={onShortcuts}>{text('keys.openShortcuts')}</Button>
        </div>
      </div>
    </div>
  );
}

/** A field that holds one key. What is typed replaces it at once; what cannot be is said, and the old one stays. */
function KeyField({ act, keys, onKey }: { act: KeyAct; keys: KeyMap; onKey: (key: string) => void }) {
  const [wrong, setWrong] = useState<string | null>(null);
  const shown = (key: string): string => (key.toUpperCase().length === 1 ? key.toUpperCase() : key);

  function take(typed: string | null): void {
    if (typed === null || typed === '') return;
    const problem = keyProblem(keys, act, typed);
    if (problem?.code === 'key-taken') setWrong(text('error.key-taken', { key: shown(keyOf(typed)), act: text(`rail.${problem.by}`) }));
    else setWrong(problem && text(`error.${problem.code}`));
    if (!problem && keyOf(typed) !== keys[act]) onKey(keyOf(typed));
  }

  return (
    <Field label={text(`rail.${act}`)} error={wrong}>
      <input
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={shown(keys[act])}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={() => setWrong(null)}
        onKeyDown={(event) => {
          if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
          event.preventDefault();
          // As the controls read it: on a keyboard of another script the Latin letter, and a digit with Shift or without.
          take(digitOf(event) ?? letterOf(event));
        }}
        // A keyboard on the screen, and characters by AltGr, come without a key of their own.
        onInput={(event) => {
          take(event.data ?? null);
          // Whatever was typed, the field shows the key that holds.
          event.currentTarget.value = shown(keys[act]);
          event.currentTarget.select();
        }}
      />
    </Field>
  );
}
