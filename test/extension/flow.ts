/** The whole review as keys: what is pressed, where the keyboard is then, what of it is stored, and what a screen reader has. */
import { editor } from '../../lib/i18n/locales/en/editor.ts';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import { panels } from '../../lib/i18n/locales/en/panels.ts';
import type { Review } from '../../lib/model/review.ts';

/** One press, or words that are typed, and what they come to. */
export interface Step {
  /** A key as the driver names it, with Shift or Control before it: `Shift+Tab`. */
  press?: string;
  type?: string;
  /** Role and beginning of the name of what has the keyboard then. */
  at: string;
  /** What is stored of the first answer then. */
  kept?: (review: Review) => boolean;
  /** What a screen reader finds: role and name, and for Chromium the states that follow in brackets. */
  heard?: string[];
}

const mark = `button ${overlay['mark.none']}`;
const reviewed = 'button Reviewed: ';
const category = `menuitem ${overlay['category.wrong']}`;
const change = `menuitemradio ${overlay['category.wrong']}`;
const correction = `textarea ${editor['editor.correct']}`;
const has =
  (name: string): ((review: Review) => boolean) =>
  ({ flags }) =>
    flags.some((flag) => flag.category === name);

/** Begins on the mark of the first of two answers, nothing of which is reviewed. */
export const steps: Step[] = [
  // The rail: by arrows and Enter, or by one key.
  { press: 'ArrowRight', at: `button ${overlay['rail.up']}`, heard: ['toolbar "Review"', 'button "Escalate" (opens a dialog)'] },
  {
    press: 'Enter',
    at: `button ${overlay['rail.up']}`,
    kept: ({ rating }) => rating === 1,
    heard: ['button "Good answer" (focused, pressed)'],
  },
  { press: 'ArrowLeft', at: reviewed, heard: ['button "Reviewed: good. Answer 1" (focused, expanded)', `status: ${overlay.saved}`] },
  { press: 'd', at: reviewed, kept: ({ rating }) => rating === -1 },
  { press: 'z', at: reviewed, kept: ({ rating }) => rating === 1, heard: [`status: ${overlay.undone}`] },

  // Flag the answer by digit; the menu filters as one types, and Esc goes back one step at a time.
  {
    press: 'f',
    at: category,
    heard: ['dialog "What is wrong with this answer"', 'menu "What is wrong with this answer"', 'menuitem "Incomplete"'],
  },
  // For Tab the menu is one stop, where the keyboard was last, and so is how much it matters.
  { press: 'ArrowDown', at: `menuitem ${overlay['category.invented-source']}` },
  { press: 'Tab', at: `radio ${overlay['severity.major']}`, heard: ['radio "major" (focused, checked)'] },
  { press: 'Shift+Tab', at: `menuitem ${overlay['category.invented-source']}`, heard: ['menuitem "Made-up source" (focused'] },
  { press: '2', at: reviewed, kept: has('invented-source') },
  { press: 'f', at: category },
  { type: 'refus', at: `menuitem ${overlay['category.refused']}`, heard: ['menuitem "Refused needlessly" (focused'] },
  { type: 'xx', at: 'status', heard: [`status: refusxx ${panels['menu.noneFits']}`] },
  { press: 'Escape', at: category },
  { press: 'Escape', at: reviewed },

  // How much it matters, then the category.
  { press: 'f', at: category },
  { press: 'ArrowRight', at: `radio ${overlay['severity.minor']}` },
  {
    type: ' ',
    at: `radio ${overlay['severity.minor']}`,
    heard: ['radiogroup "How much it matters"', 'radio "minor" (focused, checked)'],
  },
  { press: '3', at: reviewed, kept: ({ flags }) => flags.some((flag) => flag.category === 'outdated' && flag.severity === 'minor') },

  // Change a flag, write a note on it, remove it, take that back.
  { press: 'f', at: category },
  { press: 'ArrowLeft', at: `radio ${overlay['severity.critical']}` },
  {
    press: 'Tab',
    at: `button ${overlay['category.invented-source']}`,
    heard: ['list "Flags on this answer"', 'button "major Made-up source" (focused)', 'button "Remove this flag"'],
  },
  { press: 'Enter', at: change, heard: ['menuitemradio "Made-up source" (checked'] },
  { press: '5', at: reviewed, kept: (review) => has('incomplete')(review) && !has('invented-source')(review) },
  { press: 'f', at: category },
  { press: 'ArrowLeft', at: `radio ${overlay['severity.critical']}` },
  { press: 'Tab', at: `button ${overlay['category.incomplete']}` },
  { press: 'Enter', at: change },
  { press: 'Shift+N', at: `textarea ${editor['editor.note']}` },
  { type: 'It stops halfway.', at: `textarea ${editor['editor.note']}` },
  { press: 'Control+Enter', at: reviewed, kept: ({ flags }) => flags.some(({ note }) => note === 'It stops halfway.') },
  { press: 'f', at: category },
  { press: 'ArrowLeft', at: `radio ${overlay['severity.critical']}` },
  { press: 'Tab', at: `button ${overlay['category.incomplete']}` },
  { press: 'Tab', at: `button ${panels['menu.remove']}` },
  { press: 'Enter', at: category, kept: ({ flags }) => flags.length === 1 },
  { press: 'Shift+Z', at: category, kept: ({ flags }) => flags.length === 2 },
  { press: 'Escape', at: reviewed },

  // Correct: Tab goes through the frame, Shift+Tab comes back.
  { press: 'c', at: correction, heard: ['dialog "Bluepencil editor"', 'Iframe "Bluepencil editor" (focused)'] },
  { type: 'Corrected. ', at: correction },
  { press: 'Shift+Tab', at: `button ${editor['editor.preview']}` },
  { press: 'Tab', at: correction },
  {
    press: 'Control+Enter',
    at: reviewed,
    kept: ({ correction: own, status }) => status === 'final' && Boolean(own?.markdown.includes('Corrected. ')),
  },

  // Decide; to whom it is escalated is typed.
  { press: 'a', at: reviewed, kept: ({ decision }) => decision === 'edit', heard: ['button "Approve with edit" (pressed)'] },
  { press: 'r', at: reviewed, kept: ({ decision }) => decision === 'reject', heard: ['button "Reject" (pressed)'] },
  { press: 'e', at: `input ${editor['editor.escalateTo']}` },
  { type: 'Tax lead', at: `input ${editor['editor.escalateTo']}` },
  { press: 'Tab', at: `textarea ${editor['editor.escalateWhy']}` },
  { type: 'The limit.', at: `textarea ${editor['editor.escalateWhy']}` },
  {
    press: 'Control+Enter',
    at: reviewed,
    kept: ({ decision, escalation }) => decision === 'escalate' && escalation?.to === 'Tax lead' && escalation.reason === 'The limit.',
  },

  // More: scores, guidelines, the keys.
  { press: 'm', at: `menuitem ${overlay['rail.note']}`, heard: ['dialog "More"', 'menuitem "Guidelines"'] },
  { press: 'Shift+Tab', at: 'button Yes' },
  { press: 'Enter', at: 'button Yes', kept: ({ scores }) => Object.values(scores).includes(1) },
  { press: 'Escape', at: reviewed },
  { press: 'm', at: `menuitem ${overlay['rail.note']}` },
  { press: 'ArrowUp', at: `menuitem ${overlay['rail.help']}` },
  { press: 'ArrowUp', at: `menuitem ${panels['rail.guidelines']}` },
  { press: 'Enter', at: `button ${panels['help.close']}`, heard: ['dialog "Guidelines"'] },
  { press: 'Escape', at: reviewed },
  { press: '?', at: `button ${panels['help.close']}`, heard: ['dialog "Keys"'] },
  { press: 'Enter', at: reviewed },

  // To the next answer and back.
  { press: 'j', at: mark, heard: ['button "Review this answer. Answer 2" (focused, expanded)'] },
  { press: 'k', at: reviewed },
  { press: 'z', at: reviewed, kept: ({ scores }) => Object.keys(scores).length === 0 },
];
