/** Checks a saved record from the command line, with the code of the page. */
import { createReadStream } from 'node:fs';
import { verify } from '../audit/verify.ts';
import { en } from '../i18n/locales/en/index.ts';
import { recordWords } from '../i18n/record.ts';
import { speak } from '../i18n/text.ts';

const usage = `Checks a record that Bluepencil saved.

  npm run audit:verify -- FILE [NUMBER:HASH]

FILE         what “Save the record” gave
NUMBER:HASH  an entry that was noted before, as the page shows it: it must stand in FILE

Ends with 0 where the record is intact and in one piece, 1 where it is not, 2 where FILE cannot be read.`;

/** A longer line is none of ours, and is not held. Characters. */
const longest = 4_000_000;

/** Says what the check came to, line by line; returns the exit code: 0 intact and in one piece, 1 not, 2 not checked. */
export async function auditVerify(args: string[], say: (line: string) => void): Promise<0 | 1 | 2> {
  speak('en', ...Object.values(en));
  const [file, noted, ...more] = args;
  const head = noted === undefined ? null : /^(\d{1,15}):([0-9a-f]{64})$/.exec(noted);
  if (file === undefined || file.startsWith('-') || more.length > 0 || (noted !== undefined && !head)) {
    say(usage);
    return 2;
  }
  try {
    const report = await verify(linesOf(file), { saved: true, head: head && { seq: Number(head[1]), hash: head[2] ?? '' } });
    const words = recordWords(report);
    say(words.headline);
    for (const line of words.lines) say(`  ${line}`);
    if (words.head) say(`  ${words.head}`);
    return words.tone === 'good' ? 0 : 1;
  } catch (error) {
    say(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

/** The lines of a file, without their ends; a line feed alone ends one. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const stream: AsyncIterable<string> = createReadStream(file, 'utf8');
  let rest = '';
  for await (const part of stream) {
    const lines = (rest + part).split('\n');
    rest = (lines.pop() ?? '').slice(0, longest);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
