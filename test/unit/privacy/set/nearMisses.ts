/** Things that look like personal data and are none: a find in one of them is a false hit. */
import { ids } from './ids.ts';
import { sorts, spoiled } from './nearSorts.ts';
import { Draw } from './random.ts';
import { plain, telling } from './sentences.ts';

/** A text that nothing must be found in. */
export interface NearMiss {
  text: string;
  sort: string;
}

/** All of them, the same in every run of one seed: `times` of each sort. */
export function nearMisses(times = 30, seed = 20_261_124): NearMiss[] {
  const draw = new Draw(seed);
  const languages = Object.keys(plain);
  const all: NearMiss[] = [];
  for (const [sort, make] of Object.entries(sorts)) {
    for (let time = 0; time < times; time++) {
      const made = make(draw);
      all.push({ sort, text: made.includes(' ') ? made : draw.of(plain[draw.of(languages)]!).replace('{}', () => made) });
    }
  }
  for (const rule of checked) {
    for (let time = 0; time < times / 5; time++)
      all.push({ sort: `${rule}, a digit wrong`, text: draw.of(telling[rule]!).replace('{}', () => spoiled(draw, ids[rule]!(draw))) });
  }
  return all;
}

/** Those whose check finds every single wrong digit, and which no other number is read from. */
const checked = [
  'gb-nhs',
  'de-idnr',
  'fr-nir',
  'es-dni',
  'es-nie',
  'it-cf',
  'nl-bsn',
  'be-nrn',
  'ch-ahv',
  'br-cpf',
  'in-aadhaar',
  'cn-ric',
  'jp-my-number',
  'tr-kimlik',
  'sg-nric',
  'fi-hetu',
];
