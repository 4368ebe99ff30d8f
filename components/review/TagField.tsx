/** The tags of a review: each with a way to take it off, and a field for the next one. */
import { useId, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import { tagLength, tagLimit, tagOf } from '../../lib/model/review.ts';

export interface TagFieldProps {
  tags: readonly string[];
  /** Tags in use and how often: they are offered, the most frequent first. */
  used: Record<string, number>;
  /** The reply is what went wrong, in words, or null. */
  onAdd: (tag: string) => Promise<string | null>;
  onRemove: (tag: string) => void;
}

/** What parts tags that are typed or pasted in one go. */
const between = /[,;，、；،؛\n]/;

/** What one chooses from a list comes as a replacement, or without a kind: so is told from typing. */
const isChoice = (event: Event): boolean => ['insertReplacementText', '', undefined].includes((event as Partial<InputEvent>).inputType);

export function TagField({ tags, used, onAdd, onRemove }: TagFieldProps) {
  const [typed, setTyped] = useState('');
  const fieldRef = useRef<HTMLInputElement>(null);
  const list = useId();
  const offered = Object.keys(used)
    .filter((tag) => !tags.includes(tag))
    .sort((one, other) => used[other]! - used[one]! || one.localeCompare(other));

  async function add(words: string): Promise<void> {
    setTyped('');
    for (const word of words.split(between)) {
      const tag = known(tagOf(word));
      if (tag === '' || tags.includes(tag)) continue;
      // What could not be kept stays in the field.
      if ((await onAdd(tag)) !== null) setTyped((now) => now || tag);
    }
  }

  /** As it is written already: one tag, not one for each way to write it. */
  const known = (tag: string): string => [...tags, ...offered].find((one) => one.toLowerCase() === tag.toLowerCase()) ?? tag;

  function type(value: string, chosen: boolean): void {
    if (between.test(value) || (chosen && offered.includes(value))) void add(value);
    else setTyped(value);
  }

  function keys(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') void add(typed);
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else return;
    // Escape on an empty field closes what is around it.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="tag-field" role="group" aria-label={text('tags.name')}>
      {tags.map((tag) => (
        <span key={tag} class="tag plain own">
          <bdi>{tag}</bdi>
          <button
            type="button"
            aria-label={text('tags.remove', { tag })}
            title={text('tags.remove', { tag })}
            onClick={() => {
              onRemove(tag);
              fieldRef.current?.focus();
            }}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4.5 4.5l7 7m0-7l-7 7" />
            </svg>
          </button>
        </span>
      ))}
      <input
        ref={fieldRef}
        type="text"
        dir="auto"
        list={list}
        maxLength={tagLength}
        readOnly={tags.length >= tagLimit}
        aria-label={text('tags.add')}
        placeholder={tags.length >= tagLimit ? text('tags.full', { n: tagLimit }) : text('tags.add')}
        value={typed}
        onInput={(event) => type(event.currentTarget.value, isChoice(event))}
        onKeyDown={keys}
        onBlur={() => void add(typed)}
      />
      <datalist id={list}>
        {offered.map((tag) => (
          <option key={tag}>{tag}</option>
        ))}
      </datalist>
    </div>
  );
}
