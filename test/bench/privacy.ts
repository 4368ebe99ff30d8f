/** How much personal data is found beside what packages find, and what looking for it costs beside one pass of a plain expression. */
import { redact } from '@arcjet/redact';
import { sanitizePii } from '@cdssnc/sanitize-pii';
import { removePII } from '@coffeeandfun/remove-pii';
import { OpenRedaction } from '@openredaction/core';
import { Redactor } from '@redactpii/node';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { patternFinder } from '../../lib/privacy/automaton.ts';
import { detectors } from '../../lib/privacy/detectors/index.ts';
import { createFinder } from '../../lib/privacy/find.ts';
import { kinds, type Kind } from '../../lib/model/privacy.ts';
import { maskTexts } from '../../lib/privacy/mask.ts';
import { phones, type ParsePhone } from '../../lib/privacy/phones.ts';
import { nearMisses } from '../unit/privacy/set/nearMisses.ts';
import { positives, type Sample } from '../unit/privacy/set/positives.ts';
import type { Result } from './result.ts';

const regions = ['US', 'GB', 'DE', 'FR', 'ES', 'BR', 'JP', 'CN', 'SA'];
const find = createFinder({ regions }, parsePhoneNumberFromString as ParsePhone);
const ours = (text: string): string => maskTexts([text], find([text])).texts[0]!.text;

/** Who masks, and which of the kinds it says that it knows; `sorts` of national numbers, where it knows some. */
interface Masker {
  name: string;
  mask: (text: string) => string | Promise<string>;
  knows: Kind[];
  sorts?: string[];
}

const redactor = new Redactor();
const open = new OpenRedaction({ enableLearning: false });
const maskers: Masker[] = [
  { name: '@redactpii/node', mask: (text) => redactor.redact(text), knows: ['email', 'phone', 'card', 'national-id'], sorts: ['us-ssn'] },
  { name: '@cdssnc/sanitize-pii', mask: (text) => sanitizePii(text), knows: ['card', 'ip', 'phone', 'national-id'], sorts: ['ca-sin'] },
  {
    name: '@coffeeandfun/remove-pii',
    mask: (text) => removePII(text),
    knows: ['email', 'phone', 'card', 'ip', 'national-id'],
    sorts: ['us-ssn'],
  },
  {
    name: '@openredaction/core',
    mask: async (text) => (await open.detect(text)).redacted,
    knows: ['private-key', 'credentials', 'jwt', 'api-key', 'iban', 'card', 'national-id', 'email', 'ip', 'phone'],
  },
  { name: '@arcjet/redact', mask: async (text) => (await redact(text))[0], knows: ['email', 'phone', 'ip', 'card'] },
];

/** Shares in percent: of the things found, of the near misses hit; then milliseconds of 100 kB. */
export async function benchPrivacy(): Promise<Result[]> {
  return [...(await found()), ...speed()];
}

async function found(): Promise<Result[]> {
  const samples = positives();
  const nears = nearMisses();
  const results: Result[] = [];
  const row = (name: string, value: number, baseline: number): number =>
    results.push({ name: `privacy: ${name}`, value, unit: '%', baseline, ratio: value / baseline });
  for (const kind of kinds) {
    const things = samples.filter((sample) => sample.kind === kind);
    if (things.length > 0) row(`${kind} found, of ${things.length}`, await share(things, ours), 99);
  }
  row(`near misses hit, of ${nears.length}`, await hit(nears, ours), 0.5);
  for (const { name, mask, knows, sorts } of maskers) {
    for (const kind of knows) {
      const things = samples.filter((sample) => sample.kind === kind && (kind !== 'national-id' || !sorts || sorts.includes(sample.sort)));
      row(`${kind} found by ${name}, of ${things.length}`, await share(things, mask), await share(things, ours));
    }
    row(`near misses hit by ${name}, of ${nears.length}`, await hit(nears, mask), 0.5);
  }
  return results;
}

/** A thing is found if neither half of it is left in the text. */
async function share(samples: readonly Sample[], mask: Masker['mask']): Promise<number> {
  let gone = 0;
  for (const { text, start, end } of samples) {
    const middle = (start + end) >> 1;
    const left = await mask(text);
    if (!left.includes(text.slice(start, middle)) && !left.includes(text.slice(middle, end))) gone++;
  }
  return (gone / samples.length) * 100;
}

async function hit(nears: readonly { text: string }[], mask: Masker['mask']): Promise<number> {
  let changed = 0;
  for (const { text } of nears) if ((await mask(text)) !== text) changed++;
  return (changed / nears.length) * 100;
}

/** Processor time, not that of the clock, which counts what else the machine does; the least of many rounds, in ms. */
function least(run: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < 25; round++) {
    const begun = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(begun);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** An address as it is commonly looked for. */
const plain = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}/g;

function speed(): Result[] {
  const text = answer(100_000);
  const base = least(() => [...text.matchAll(plain)]);
  const row = (name: string, value: number, baseline = base): Result => ({
    name: `privacy: ${name}`,
    value,
    unit: 'ms',
    baseline,
    ratio: value / baseline,
  });
  const all = least(() => find([text]));
  const evil = 'a'.repeat(100_000);
  const pattern = patternFinder('(a+)+b');
  return [
    ...Object.entries({ ...detectors, phone: phones(parsePhoneNumberFromString as ParsePhone, regions) }).map(([kind, detector]) =>
      row(
        `${kind} in 100 kB`,
        least(() => detector(text)),
      ),
    ),
    row('all kinds in 100 kB, until nothing is left', all),
    row(
      'all kinds in 800 kB, to 8 × 100 kB',
      least(() => find([text.repeat(8)])),
      all * 8,
    ),
    row(
      'own (a+)+b in 100 kB of a',
      least(() => pattern(evil)),
    ),
  ];
}

/** Prose with a thing or a near miss in each paragraph. */
function answer(length: number): string {
  const prose =
    'An answer says in plain words what was asked, and where its facts are from; it costs 12.50 or so in the year 2024. '.repeat(3);
  const things = positives(1);
  const nears = nearMisses(1);
  let text = '';
  for (let at = 0; text.length < length; at++) text += `${prose}${(at % 2 ? things : nears)[at % nears.length]!.text}\n\n`;
  return text.slice(0, length);
}
