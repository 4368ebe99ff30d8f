/** An export from the command line, with the code of the dashboard: the same file gives the same bytes. */
import { openAsBlob } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { linesOf } from '../backup/lines.ts';
import { sealedStart } from '../backup/seal.ts';
import { isNative, readNative } from '../export/formats/native.ts';
import { makeExport, type ExportSummary } from '../export/make.ts';
import { noteOfMasks, type ExportMasking } from '../export/masked.ts';
import { readers } from '../export/readers.ts';
import { en } from '../i18n/locales/en/index.ts';
import { knows, speak, text } from '../i18n/text.ts';
import { defaultPrivacy, noMasks, type Kind, type Masks } from '../model/privacy.ts';
import { Refusal } from '../model/result.ts';
import { createFinder } from '../privacy/find.ts';
import type { ParsePhone } from '../privacy/phones.ts';
import { checkedPolicy, policyInForce } from '../settings/policy.ts';
import { privacyInForce } from '../settings/privacy.ts';
import { asked as askedBy } from '../store/asked.ts';
import { exportOptions, Misuse, usage, type Asked } from './exportOptions.ts';
import { openFolder } from './folder.ts';
import { inPairs } from './pairs.ts';
import { openSavedBackup, type Saved } from './reviews.ts';

/** Where words go, and what the command line does not say. */
export interface Surroundings {
  say: (line: string) => void;
  complain: (line: string) => void;
  passphrase?: string;
  signal?: AbortSignal;
  /** `YYYY-MM-DD`, for the names of files. */
  today?: string;
}

/** Makes what was asked for; returns the exit code: 0 each format has rows, 1 one has none or cannot be made, 2 nothing was begun. */
export async function exportCommand(args: string[], around: Surroundings): Promise<0 | 1 | 2> {
  speak('en', ...Object.values(en));
  const { say, complain, today = new Date().toISOString().slice(0, 10) } = around;
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-'));
  let saved: Saved | null = null;
  try {
    const asked = exportOptions(args, today);
    if (!asked) {
      say(usage);
      return 0;
    }
    saved = await openSaved(asked.from, around.passphrase, folder);
    const rules = await rulesOf(asked, saved);
    let code: 0 | 1 = 0;
    for (const format of asked.formats) {
      const out = asked.formats.length > 1 ? join(asked.out, format.id) : asked.out;
      const summary = await make(asked, { ...saved, ...rules, format, out, signal: around.signal });
      if (summary.rows === 0) code = 1;
      for (const line of asked.json ? [JSON.stringify({ format: format.id, ...summary })] : words(format, summary, { ...asked, out }))
        say(line);
    }
    return code;
  } catch (error) {
    const refused = error instanceof Refusal ? `error.${error.code}` : '';
    complain(
      error instanceof Refusal && knows(refused) ? text(refused, error.params) : error instanceof Error ? error.message : String(error),
    );
    return error instanceof Misuse || !saved ? 2 : 1;
  } finally {
    saved?.close();
    await rm(folder, { recursive: true });
  }
}

/** A backup as it was saved or unpacked, or a native export: known by how it begins. */
async function openSaved(from: string, passphrase: string | undefined, folder: string): Promise<Saved> {
  const file = await openAsBlob(from).catch((error: Error) => {
    throw new Misuse(`--from ${from} cannot be read: ${error.message}`);
  });
  const start = await file.slice(0, 40).text();
  const spill = join(folder, 'records');
  if (isNative(start)) {
    const items = () => inPairs(readNative(linesOf(file.stream(), { open: true })));
    return { items, masks: [], settings: null, close: () => {} };
  }
  if (start.startsWith(sealedStart) && !passphrase)
    throw new Misuse(`--from ${from} is sealed: put its passphrase into the environment variable BLUEPENCIL_PASSPHRASE.`);
  return openSavedBackup(file, passphrase, spill);
}

/** Whose rubric and which masks count: of the policy that was given, else of what the file holds. */
async function rulesOf({ policy, unmasked }: Asked, { settings, masks }: Saved) {
  const said =
    policy === undefined ? undefined : await readFile(policy, 'utf8').catch((error: Error) => misuse(`--policy ${policy}`, error));
  if (said !== undefined) {
    try {
      checkedPolicy(said);
    } catch (error) {
      const key = error instanceof Refusal ? `error.${error.code}` : '';
      throw new Misuse(`--policy ${policy}: ${error instanceof Refusal && knows(key) ? text(key, error.params) : String(error)}`);
    }
  }
  const inForce = policyInForce(said, settings?.policy ?? null);
  const privacy = privacyInForce(inForce, settings?.privacy ?? defaultPrivacy);
  if (unmasked && privacy.export === 'masked') throw new Misuse('--unmasked: the policy wants every export masked. Leave the option out.');
  const known = new Map(masks.map((one) => [JSON.stringify(one.conversation), one]));
  return {
    rubric: inForce.policy.rubric,
    masking: unmasked ? null : { find: createFinder(privacy, parsePhoneNumberFromString as ParsePhone), known },
  };
}

const misuse = (option: string, error: Error): never => {
  throw new Misuse(`${option} cannot be read: ${error.message}`);
};

interface Making extends Saved, Awaited<ReturnType<typeof rulesOf>> {
  format: Asked['formats'][number];
  out: string;
  signal: AbortSignal | undefined;
}

async function make(asked: Asked, { items, masking, rubric, format, out, signal }: Making): Promise<ExportSummary> {
  const wanted = askedBy(asked.filter);
  const counts = masking && new Map<Kind, number>();
  const folder = await openFolder(out, asked);
  async function* taken() {
    for await (const item of items()) if (wanted(item)) yield item;
  }
  try {
    const options = { ...asked.choice, name: asked.name, split: asked.split, rubric, signal };
    const summary = await makeExport(format, taken, folder, {
      ...options,
      masking: masking && counts ? maskingBy({ ...masking, counts }) : undefined,
    });
    const said = summary.rows > 0 && noteOfMasks(asked.name, counts);
    if (said) {
      await folder.write(said.file, said.data);
      summary.files.push({ file: said.file, rows: 0 });
    }
    await folder.finish();
    return summary;
  } catch (error) {
    await folder.discard();
    throw error;
  }
}

/** Placeholders go on from those of the file, and are the same in all formats of one run. */
const maskingBy = ({ find, counts, known }: Pick<ExportMasking, 'find' | 'counts'> & { known: Map<string, Masks> }): ExportMasking => ({
  find,
  counts,
  read: async (conversation) => known.get(JSON.stringify(conversation)) ?? noMasks(conversation),
  keep: async (many) => many.forEach((one) => known.set(JSON.stringify(one.conversation), one)),
});

function words(
  { id, reader, minimum }: Making['format'],
  { rows, files, refused, unchosen, labels, tokens, parts }: ExportSummary,
  { out, filter }: Pick<Asked, 'out' | 'filter'>,
): string[] {
  const without = refused.reduce((sum, { n }) => sum + n, 0);
  const narrowed = unchosen > 0 || Object.values(filter).some((one) => one !== undefined);
  const none = text(without > 0 ? 'export.none' : narrowed ? 'export.noneAsked' : 'export.nothing');
  const trains = parts?.train ?? rows;
  return [
    `${id}: ${rows > 0 ? `${text('export.rows', { n: rows })}. ${text('export.tokens', { tokens })}` : none}`,
    ...(parts && rows > 0 ? [`  ${text('export.parts', { ...parts })}`] : []),
    ...files.map(({ file }) => `  ${join(out, file)}`),
    ...(without > 0 ? [`  ${text('export.refused', { n: without })}:`] : []),
    ...refused.map(({ reason, n }) => `    ${n.toLocaleString('en')} ${text(`reason.${reason}`)}`),
    ...(unchosen > 0 ? [`  ${text('export.unchosen', { n: unchosen })}`] : []),
    ...(minimum !== undefined && rows > 0 && trains < minimum
      ? [`  ${text('export.minimum', { reader: readers[reader] ?? id, n: minimum })}`]
      : []),
    ...(labels?.uneven
      ? [`  ${text(labels.uneven === 'one' ? 'export.oneLabel' : 'export.unevenLabels', { good: labels.good, bad: labels.bad })}`]
      : []),
  ];
}
