/** Flagged passages, and what opens beside an answer: their script comes at the first use. */
import { speech, text } from '../../lib/i18n/text.ts';
import { send } from '../../lib/messaging/send.ts';
import type { Panels, PanelKind, PanelOptions } from '../panels/interface.ts';

export interface LazyPanels {
  open(kind: PanelKind, answerId: string): void;
  /** The person is about to need them. */
  soon(): void;
  isOpen(): boolean;
  /** Marks have moved. */
  moved(): void;
  /** The answers or their reviews have changed. */
  shown(): void;
  /** A press that is not on anything of ours. */
  pressedElsewhere(): void;
  /** True when a panel used the key. */
  key(event: KeyboardEvent): boolean;
  /** True for a key in the page that is meant for the selected passage. */
  wants(event: KeyboardEvent): boolean;
  editorTold(nonce: string, word: { height?: number; done?: 'saved' | 'nothing' }): void;
}

/** A selection that rests so long, ms, is one. */
const restMs = 150;

export function createLazyPanels(options: PanelOptions): LazyPanels {
  const { window, board, signal } = options;
  const { document } = window;
  let panels: Panels | null = null;
  let loading: Promise<Panels | null> | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<Panels | null> {
    if (!globalThis.bluepencilPanels) await send('page.load', { script: 'panels' });
    if (signal.aborted) return null;
    panels = globalThis.bluepencilPanels?.(options, speech()) ?? null;
    // Tried again with the next use.
    if (!panels) loading = null;
    panels?.shown();
    return panels;
  }
  const ready = (): Promise<Panels | null> => (loading ??= load());

  /** Looks at what is selected now. */
  async function notice(): Promise<void> {
    if (panels) return panels.selected();
    const selection = document.getSelection();
    if (board.answers.length === 0 || !selection || selection.type === 'None') return;
    // What is selected in a shadow root looks from here like nothing but a caret.
    if (selection.type === 'Caret' && !board.answers.some(({ blocks: [block] }) => block && block.getRootNode() !== document)) return;
    (await ready())?.selected();
  }

  document.addEventListener(
    'selectionchange',
    () => {
      clearTimeout(resting);
      resting = setTimeout(() => void notice(), restMs);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(resting));

  return {
    open(kind, id) {
      void ready().then((there) => (there ? there.open(kind, id) : board.say(id, text('panels.missing'), { bad: true })));
    },
    soon: () => void ready(),
    isOpen: () => panels?.isOpen() ?? false,
    moved: () => panels?.draw(),
    shown() {
      if (panels) panels.shown();
      else if (board.answers.some(({ id }) => board.review(id)?.flags.some(({ span }) => span))) void ready();
    },
    pressedElsewhere: () => panels?.close(),
    key: (event) => panels?.key(event) ?? false,
    wants: (event) => panels?.wants(event) ?? false,
    editorTold: (nonce, word) => panels?.editorTold(nonce, word),
  };
}
