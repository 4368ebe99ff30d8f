/** What the command line of an export says, checked: each mistake names its option and what to do. */
import { parseArgs } from 'node:util';
import type { Choice } from '../export/choose.ts';
import type { ExportFormat } from '../export/format.ts';
import { formats } from '../export/formats/index.ts';
import { conflictRules, type Agreement } from '../export/resolve.ts';
import type { Split } from '../export/split.ts';
import { rowVerdicts, type ReviewFilter } from '../model/reviewed.ts';

/** An export as it was asked for. */
export interface Asked {
  from: string;
  out: string;
  formats: ExportFormat[];
  name: string;
  choice: Choice;
  split: Split | undefined;
  filter: ReviewFilter;
  unmasked: boolean;
  overwrite: boolean;
  /** A file with the organisation's policy. */
  policy: string | undefined;
  json: boolean;
}

/** A mistake in what was typed; the message is for people. */
export class Misuse extends Error {}

/** Words for `--help`. */
export const usage = `Writes what the dashboard's Export writes, from a saved file.

  npm run export -- --from FILE --format FORMAT --out FOLDER [options]

--from FILE         a backup (.jsonl.gz or .sealed) or an export in the format "native"
--format FORMAT     one of those below; several with commas: each then has its own folder in FOLDER
--out FOLDER        where the files go; it is made if it is not there
--name NAME         what their names begin with; bluepencil-<today> if absent
--overwrite         replaces files of the same name

What is taken; those with * may be given several times, and one of them is enough:
--verdict WORD*     ${rowVerdicts.join(', ')}
--site ID*          chatgpt, claude, generic, page …
--flag CATEGORY*    --model NAME*    --reviewer NAME*    --tag TAG*
--text WORDS        words that stand in it; "quoted" ones together
--since DAY         reviews changed on that day or later, 2026-01-31 (here) or 2026-01-31T12:00:00Z
--until DAY         reviews changed on that day or earlier, or before that moment
--rating up|down    the thumb of the review that counts
--agreement alone|agreed|differ    how the reviewers of an answer agree
--provider NAME*    only models of these providers, "unknown" for those that are not known: read their terms before you train
--whole-context     only conversations that were read from their beginning
--sample PERCENT    a share of everything, drawn by --seed WORD (1 if absent)
--max-tokens N      only rows of N tokens, about, or fewer: what is longer than a trainer's context is cut or dropped

What is made of it:
--conflicts ${conflictRules.join('|')}    which review counts where reviewers differ; latest if absent
--split V,T         V percent of the conversations to validate, T percent to test, such as 10,10
--unmasked          leaves personal data as it is; else it is masked, as the settings or the policy in FILE say
--policy FILE       the organisation's policy, where the browser gets it from its administrator
--json              says what was made as JSON, one line a format

The passphrase of a sealed backup is read from the environment: BLUEPENCIL_PASSPHRASE.
Ends with 0 where each format has rows, 1 where one has none or cannot be made, 2 where nothing was begun.

Formats: ${formats.map(({ id }) => id).join(', ')}`;

/** Reads the arguments; null: help was asked for. Throws `Misuse`. */
export function exportOptions(args: string[], today: string): Asked | null {
  const values = valuesOf(args);
  if (values.help) return null;
  const { from, out, name = `bluepencil-${today}`, rating, provider } = values;
  if (from === undefined)
    throw new Misuse('--from is missing: name the backup or native export to read, such as --from bluepencil-backup.jsonl.gz.');
  if (out === undefined) throw new Misuse('--out is missing: name the folder for the files, such as --out exported.');
  if (!/^[\w.-]{1,100}$/.test(name) || name.startsWith('.'))
    throw new Misuse(`--name ${name}: use letters, digits, ".", "_" and "-" only.`);
  return {
    from,
    out,
    name,
    formats: formatsOf(values.format),
    choice: {
      conflicts: values.conflicts === undefined ? undefined : oneOf('--conflicts', values.conflicts, conflictRules),
      rating: rating === undefined ? undefined : [oneOf('--rating', rating, ['up', 'down'] as const) === 'up' ? 1 : -1],
      agreement: values.agreement === undefined ? undefined : [oneOf('--agreement', values.agreement, agreements)],
      providers: provider?.map((one) => (one === 'unknown' ? '' : one)),
      wholeContext: values['whole-context'],
      sample: sampleOf(values.sample, values.seed),
      maxTokens: values['max-tokens'] === undefined ? undefined : tokensOf(values['max-tokens']),
    },
    split: splitOf(values.split),
    filter: {
      verdict: values.verdict?.map((one) => oneOf('--verdict', one, rowVerdicts)),
      site: values.site,
      flag: values.flag,
      model: values.model,
      reviewer: values.reviewer,
      tag: values.tag,
      text: values.text,
      from: momentOf('--since', values.since, 0),
      to: momentOf('--until', values.until, 1),
    },
    unmasked: values.unmasked ?? false,
    overwrite: values.overwrite ?? false,
    policy: values.policy,
    json: values.json ?? false,
  };
}

const agreements = ['alone', 'agreed', 'differ'] as const satisfies readonly Agreement[];

function valuesOf(args: string[]) {
  const [word, words, on] = [{ type: 'string' }, { type: 'string', multiple: true }, { type: 'boolean' }] as const;
  try {
    const options = {
      from: word,
      format: words,
      out: word,
      name: word,
      overwrite: on,
      policy: word,
      json: on,
      help: { ...on, short: 'h' },
      verdict: words,
      site: words,
      flag: words,
      model: words,
      reviewer: words,
      tag: words,
      text: word,
      since: word,
      until: word,
      rating: word,
      agreement: word,
      provider: words,
      'whole-context': on,
      sample: word,
      seed: word,
      'max-tokens': word,
      conflicts: word,
      split: word,
      unmasked: on,
    } as const;
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    const [said] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new Misuse(`${said}. "npm run export -- --help" lists the options.`);
  }
}

function formatsOf(given: string[] | undefined): ExportFormat[] {
  const ids = [...new Set((given ?? []).flatMap((one) => one.split(',')).filter(Boolean))];
  if (ids.length === 0) throw new Misuse('--format is missing: name one, such as --format trl-preference. --help lists them.');
  return ids.map((id) => {
    const found = formats.find((one) => one.id === id);
    if (!found) throw new Misuse(`--format ${id}: there is no such format. There are ${formats.map((one) => one.id).join(', ')}.`);
    return found;
  });
}

function oneOf<Word extends string>(option: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new Misuse(`${option} ${given}: use ${words.join(', ')}.`);
  return found;
}

function sampleOf(given: string | undefined, seed: string | undefined): Choice['sample'] {
  if (given === undefined && seed !== undefined) throw new Misuse('--seed draws a sample: give its share too, such as --sample 10.');
  return given === undefined ? undefined : { percent: percentOf('--sample', given, 100), seed: seed ?? '1' };
}

function tokensOf(given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Misuse(`--max-tokens ${given}: use a whole number, such as 4096.`);
  return Number(given);
}

function splitOf(given: string | undefined): Split | undefined {
  if (given === undefined) return undefined;
  const [validation, test, more] = given.split(',');
  if (validation === undefined || test === undefined || more !== undefined)
    throw new Misuse(`--split ${given}: give two numbers with a comma, such as 10,10.`);
  const split = { validation: percentOf('--split', validation, 99), test: percentOf('--split', test, 99) };
  if (split.validation + split.test > 99) throw new Misuse(`--split ${given}: something has to be left to train: stay below 100 together.`);
  return split;
}

function percentOf(option: string, given: string, max: number): number {
  if (!/^\d{1,3}$/.test(given) || Number(given) > max) throw new Misuse(`${option} ${given}: use whole percent, from 0 to ${max}.`);
  return Number(given);
}

/** A day is that of this computer, as on the dashboard; `plus`: days added to it. */
function momentOf(option: string, given: string | undefined, plus: number): string | undefined {
  if (given === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given);
  const at = new Date(isDay ? `${given}T00:00` : given);
  if (Number.isNaN(at.getTime()) || (!isDay && !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(given)))
    throw new Misuse(`${option} ${given}: use a day such as 2026-01-31, or a moment such as 2026-01-31T12:00:00Z.`);
  if (isDay) at.setDate(at.getDate() + plus);
  return at.toISOString();
}
