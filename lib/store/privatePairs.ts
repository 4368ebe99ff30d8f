/** Comparisons of private windows: as in the store, each beside the two answers that it is about. */
import type { Answer } from '../model/answer.ts';
import type { Preference } from '../model/preference.ts';
import { Refusal } from '../model/result.ts';
import { inAskedIds, preferenceAfter, type About, type Named, type PreferenceRequest } from './preferences.ts';
import { keepPrivate, privatePrefix, type PrivateArea } from './privateArea.ts';

const prefix = `${privatePrefix}preference:`;

interface Row {
  answers: [Answer, Answer];
  /** Oldest first, from 1 on. */
  revisions: Preference[];
}

async function rowsOf(area: PrivateArea): Promise<Row[]> {
  return Object.entries(await area.all()).flatMap(([key, row]) => (key.startsWith(prefix) ? [row as Row] : []));
}

/** As `changePreference`. `reviewed` are the answers that are kept for themselves. Refusal beside its own: `private-full`. */
export async function comparePrivate(area: PrivateArea, request: PreferenceRequest, reviewed: Answer[]): Promise<Preference> {
  const about = aboutOf(await rowsOf(area), request, reviewed);
  const preference = preferenceAfter(request, about);
  const { answers, revisions } = about;
  if (!revisions.includes(preference))
    await keepPrivate(area, prefix + preference.id, { answers, revisions: [...revisions, preference] } satisfies Row);
  return preference;
}

/** As `findPreferences`. */
export async function findPrivate(area: PrivateArea, answerIds: string[]): Promise<Preference[]> {
  const rows = await rowsOf(area);
  const answers = rows.flatMap((row) => row.answers);
  const asked = new Map(answerIds.flatMap((id): [string, string][] => answers.filter((one) => isIt(one, id)).map((one) => [one.id, id])));
  return rows.flatMap(({ revisions }) => {
    const newest = revisions.at(-1);
    const isAsked = newest?.status === 'final' && newest.answerIds.some((id) => asked.has(id));
    return isAsked ? [inAskedIds(newest, asked)] : [];
  });
}

const isIt = ({ id, aliases }: Answer, named: string): boolean => id === named || aliases.includes(named);

function aboutOf(rows: Row[], { change, reviewer }: PreferenceRequest, reviewed: Answer[]): About {
  const own = rows.filter(({ revisions }) => revisions[0]?.reviewer.id === reviewer.id);
  if (change.kind !== 'prefer') {
    const row = own.find(({ revisions }) => revisions[0]?.id === change.id);
    if (!row) throw new Refusal('preference-unknown');
    return { ...row, named: [row.answers[0].id, row.answers[1].id], highest: row.revisions.length };
  }
  const known = [...reviewed, ...rows.flatMap(({ answers }) => answers)];
  const placed = ({ answerId, answer }: Named): Answer | undefined => known.find((one) => isIt(one, answerId)) ?? answer;
  const [one, other] = [placed(change.pair[0]), placed(change.pair[1])];
  if (!one || !other) throw new Refusal('answer-missing');
  if (one.id === other.id) throw new Refusal('same-answer');
  const named: [string, string] = [one.id, other.id];
  const past = own.find(({ answers }) => named.every((id) => answers.some((answer) => answer.id === id)));
  return { answers: [one, other], revisions: [], ...past, named, highest: past?.revisions.length ?? 0 };
}
