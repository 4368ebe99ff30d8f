/** The dashboard's frame: sections above, where the reviews are, and one section below. */
import type { ComponentChildren } from 'preact';
import { text } from '../../lib/i18n/text.ts';
import type { SyncStatus } from '../../lib/model/sync.ts';
import { statusWords } from '../settings/words.ts';
import { Notice } from '../ui/Notice.tsx';

/** The parts that one can go to. */
export const sections = ['reviews', 'export', 'record'] as const;
export type Section = (typeof sections)[number];

export interface DashboardProps {
  section: Section;
  status: SyncStatus | null;
  /** Epoch ms. */
  now: number;
  /** What went wrong with reading, in words; null: nothing. */
  problem: string | null;
  /** What there is to know about the store, a sentence each. */
  notes: string[];
  /** Address of our settings. */
  settings: string;
  onSection: (section: Section) => void;
  children: ComponentChildren;
}

export function Dashboard({ section, status, now, problem, notes, settings, onSection, children }: DashboardProps) {
  const words = status && statusWords(status, now);
  return (
    <div class={`dashboard in-${section}`}>
      <header class="top">
        <strong class="name">Bluepencil</strong>
        <nav aria-label={text('dashboard.sections')}>
          {sections.map((id) => (
            <button
              key={id}
              type="button"
              data-section={id}
              aria-current={id === section ? 'page' : undefined}
              onClick={() => onSection(id)}
            >
              {text(`dashboard.${id}`)}
            </button>
          ))}
        </nav>
        {words && (
          <span class="sync">
            <span class={`dot ${words.tone}`} aria-hidden="true" />
            {words.line}
          </span>
        )}
        <a href={settings}>{text('dashboard.settings')}</a>
      </header>
      {(problem ?? words?.problem ?? notes[0]) && (
        <div class="trouble">
          {problem && <Notice kind="bad">{problem}</Notice>}
          {notes.map((note) => (
            <Notice key={note} kind="warn">
              {note}
            </Notice>
          ))}
          {words?.problem && <Notice kind="warn">{words.problem}</Notice>}
        </div>
      )}
      <main>{children}</main>
    </div>
  );
}
