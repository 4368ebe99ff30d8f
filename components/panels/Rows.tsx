/** The rows of a menu. For Tab they are one stop, where the keyboard was last; the arrows go from row to row (`moveFocus`). */
import { Component } from 'preact';
import type { PanelCalls } from './state.ts';

export interface Row<Id extends string> {
  id: Id;
  words: string;
  /** The key that takes it, as it is shown. */
  shortcut?: string | null;
  /** One of the rows is chosen; undefined: a row is only done. */
  checked?: boolean | undefined;
  description?: string | null;
}

interface Props<Id extends string> {
  /** Without rows it is no menu. */
  name: string;
  rows: readonly Row<Id>[];
  onTake: (id: Id, event: Event) => void;
  /** It is pointed at, or has the keyboard. */
  onAbout?: (id: Id) => void;
  drawn: PanelCalls['drawn'];
}

/** A class, for the one thing that it remembers. */
export class Rows<Id extends string> extends Component<Props<Id>, { at: string | null }> {
  override state: { at: string | null } = { at: null };

  override render({ name, rows, onTake, onAbout, drawn }: Props<Id>) {
    const stop = rows.find(({ id }) => id === this.state.at) ?? rows[0];
    return (
      <div class="rows" {...(rows.length > 0 ? { role: 'menu', 'aria-label': name } : {})}>
        {rows.map((row) => (
          <button
            key={row.id}
            type="button"
            role={row.checked === undefined ? 'menuitem' : 'menuitemradio'}
            class="row"
            tabIndex={row === stop ? 0 : -1}
            aria-checked={row.checked}
            aria-keyshortcuts={row.shortcut ?? undefined}
            aria-description={row.description ?? undefined}
            ref={drawn}
            onFocus={() => {
              this.setState({ at: row.id });
              onAbout?.(row.id);
            }}
            onPointerEnter={() => onAbout?.(row.id)}
            onClick={(event) => onTake(row.id, event)}
          >
            <bdi>{row.words}</bdi>
            {row.shortcut && <kbd aria-hidden="true">{row.shortcut.toUpperCase()}</kbd>}
          </button>
        ))}
      </div>
    );
  }
}
