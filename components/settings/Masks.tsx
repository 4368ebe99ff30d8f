/** What is masked in a request that a person looks over: each mask can be taken off, and more can be hidden. */
import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import type { ConversationKey, MaskChoice, Masks as Kept } from '../../lib/model/privacy.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';

export interface MasksProps {
  /** The request's body. */
  body: string;
  /** What is kept of the conversation of each event. */
  masks: (Kept | null)[];
  /** Words that the person has selected in it. */
  selected: string;
  busy: boolean;
  onChoose: (choice: MaskChoice) => void;
}

interface Row {
  key: string;
  conversation: ConversationKey;
  placeholder: string | null;
  value: string;
}

export function Masks({ body, masks, selected, busy, onChoose }: MasksProps) {
  const kept = [...new Map(masks.flatMap((one) => (one ? [[JSON.stringify(one.conversation), one] as const] : []))).values()];
  const rows = kept.flatMap((one) => rowsOf(one, body));
  if (kept.length === 0) return null;
  const conversations = kept.map(({ conversation }) => conversation);
  const choose = (act: MaskChoice['act'], { conversation, value }: Row): void => onChoose({ conversations: [conversation], act, value });
  return (
    <div class="masks">
      <h3>{text('privacy.here')}</h3>
      {rows.length === 0 && <p class="soft">{text('privacy.hereNone')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            {row.placeholder === null ? <span class="soft">{text('privacy.asIs')}</span> : <mark>{row.placeholder}</mark>}
            <span class="value">
              {/* Numbers and addresses keep their order among words that are read from the right. */}
              <bdi dir={/\p{L}/u.test(row.value) ? 'auto' : 'ltr'}>{row.value}</bdi>
            </span>
            <Button
              kind="quiet"
              disabled={busy}
              aria-label={text(row.placeholder === null ? 'privacy.maskNamed' : 'privacy.unmaskNamed', { value: row.value })}
              onClick={() => choose(row.placeholder === null ? 'mask' : 'show', row)}
            >
              {text(row.placeholder === null ? 'privacy.mask' : 'privacy.unmask')}
            </Button>
          </li>
        ))}
      </ul>
      <HideMore
        key={selected}
        selected={selected}
        hidden={rows}
        busy={busy}
        onHide={(value) => onChoose({ conversations, act: 'hide', value })}
      />
    </div>
  );
}

/** A field for the words, which what is selected fills. */
function HideMore({ selected, hidden, busy, onHide }: { selected: string; hidden: Row[]; busy: boolean; onHide: (words: string) => void }) {
  const [words, setWords] = useState(selected);
  const [asked, setAsked] = useState<string | null>(null);
  const missing = asked !== null && !busy && !hidden.some(({ placeholder, value }) => placeholder !== null && alike(value, asked));
  const submit = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (words.trim() === '') return;
    setAsked(words);
    onHide(words);
    setWords('');
  };
  return (
    <form class="more" onSubmit={submit}>
      <Field label={text('privacy.more')} hint={text('privacy.moreHint')}>
        <input
          type="text"
          name="hide"
          autocomplete="off"
          spellcheck={false}
          maxlength={200}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </Field>
      <Button submit disabled={busy || words.trim() === ''}>
        {text('privacy.hide')}
      </Button>
      {missing && <Notice kind="warn">{text('privacy.hideNone', { words: asked })}</Notice>}
    </form>
  );
}

/** What is masked in the body, then what is left as it is. A placeholder whose value was erased stands for nothing any more. */
function rowsOf({ conversation, ledger, shown }: Kept, body: string): Row[] {
  const masked = Object.entries(ledger).filter(([name, value]) => name !== value && !shown.includes(value) && body.includes(name));
  const key = JSON.stringify(conversation);
  return [
    ...masked.map(([placeholder, value]) => ({ key: `${key} ${placeholder}`, conversation, placeholder, value })),
    ...shown.map((value) => ({ key: `${key} shown ${value}`, conversation, placeholder: null, value })),
  ];
}

const alike = (one: string, other: string): boolean => {
  const plain = (words: string): string => words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return plain(one) === plain(other);
};
