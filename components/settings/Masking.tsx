/** What is masked before it leaves, and what never is. Each field is saved when it is left. */
import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { kinds, type Privacy, type PrivacyInForce } from '../../lib/model/privacy.ts';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Fold } from './Fold.tsx';
import { linesOf, patternsOf, patternLines, regionsOf, wordsIn, type Typed } from './maskingText.ts';

export interface MaskingProps {
  privacy: PrivacyInForce;
  /** Saves; the reply is what went wrong, in words, or null. */
  onSave: (privacy: Privacy) => Promise<string | null>;
}

/** Those that a person turns on and off; their own words and patterns are there or not. */
const looked = kinds.filter((kind) => kind !== 'hidden' && kind !== 'own' && kind !== 'word');

export function Masking({ privacy, onSave }: MaskingProps) {
  const { send, off, regions, own, words, allowed } = privacy;
  const mine: Privacy = { send, off, regions, own, words, allowed };
  const fixed = privacy.by === 'default' ? null : privacy.by;
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (part: Partial<Privacy>): Promise<void> => setWrong(await onSave({ ...mine, ...part }));
  const field = { fixed: fixed !== null, off: send === 'whole' };
  return (
    <div class="masking">
      {fixed && <Notice kind={fixed === 'wrong' ? 'warn' : 'good'}>{text(`privacy.by.${fixed}`)}</Notice>}
      <Switch
        label={text('privacy.send')}
        hint={text(send === 'masked' ? 'privacy.sendHint' : 'privacy.sendOff')}
        checked={send === 'masked'}
        disabled={field.fixed}
        onChange={(on) => void save({ send: on ? 'masked' : 'whole' })}
      />
      {privacy.store === 'masked' && <p class="hint">{text('privacy.stored')}</p>}
      {wrong !== null && <Notice kind="bad">{wrong}</Notice>}
      <div class="folds">
        <Fold title={text('privacy.kinds')} count={looked.filter((kind) => !off.includes(kind)).length}>
          <ul class="kinds">
            {looked.map((kind) => (
              <li key={kind}>
                <label>
                  <input
                    type="checkbox"
                    name={kind}
                    checked={!off.includes(kind)}
                    disabled={field.fixed}
                    onChange={({ currentTarget: { checked } }) =>
                      void save({ off: checked ? off.filter((one) => one !== kind) : [...off, kind] })
                    }
                  />
                  {text(`privacy.kind.${kind}`)}
                </label>
              </li>
            ))}
          </ul>
          <Lines
            name="regions"
            rows={1}
            label={text('privacy.regions')}
            hint={text('privacy.regionsHint')}
            saved={regions.join(', ')}
            fixed={field.fixed}
            read={regionsOf}
            onSave={(list) => onSave({ ...mine, regions: list })}
          />
        </Fold>
        <Fold title={text('privacy.kind.word')} count={words.flatMap((list) => list.words).length}>
          <Lines
            name="words"
            label={text('privacy.kind.word')}
            hint={text('privacy.wordsHint')}
            saved={words.flatMap((list) => list.words).join('\n')}
            fixed={field.fixed}
            read={wordsIn}
            onSave={(list) => onSave({ ...mine, words: list })}
          />
        </Fold>
        <Fold title={text('privacy.kind.own')} count={own.length}>
          <Lines
            name="own"
            label={text('privacy.kind.own')}
            hint={text('privacy.ownHint')}
            saved={patternLines(own)}
            fixed={field.fixed}
            read={patternsOf}
            onSave={(list) => onSave({ ...mine, own: list })}
          />
        </Fold>
        <Fold title={text('privacy.allowed')} count={allowed.length}>
          <Lines
            name="allowed"
            label={text('privacy.allowed')}
            hint={text('privacy.allowedHint')}
            saved={allowed.join('\n')}
            fixed={field.fixed}
            read={linesOf}
            onSave={(list) => onSave({ ...mine, allowed: list })}
          />
        </Fold>
      </div>
    </div>
  );
}

interface LinesProps<T> {
  name: string;
  label: string;
  hint: string;
  rows?: number;
  /** As it is saved. */
  saved: string;
  fixed: boolean;
  /** What the text says, or what is wrong with it, in words. */
  read: (typed: string) => Typed<T>;
  onSave: (value: T) => Promise<string | null>;
}

function Lines<T>({ name, label, hint, rows = 4, saved, fixed, read, onSave }: LinesProps<T>) {
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <Field label={label} hint={hint} error={wrong}>
      <textarea
        // What was saved elsewhere is shown; what is being typed stays.
        key={saved}
        name={name}
        rows={rows}
        spellcheck={false}
        autocomplete="off"
        disabled={fixed}
        defaultValue={saved}
        onChange={async (event) => {
          const typed = read(event.currentTarget.value);
          setWrong('wrong' in typed ? typed.wrong : await onSave(typed.value));
        }}
      />
    </Field>
  );
}
