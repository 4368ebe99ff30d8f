/**
 * How everything looks, against the pictures in `test/look`: light, dark, and from right to left. `BLUEPENCIL_LOOK=write` takes them
 * anew; look at them before they are kept.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as beside from '../look/beside.ts';
import { camera, type Shot } from '../look/camera.ts';
import { compare, isOther } from '../look/compare.ts';
import * as pages from '../look/pages.ts';
import * as panels from '../look/panels.ts';
import { readPng, writePng, type Pixels } from '../look/png.ts';
import { openScene, schemes, type Scheme } from '../look/scene.ts';

const folder = join(import.meta.dirname, '../look');
const writes = process.env.BLUEPENCIL_LOOK === 'write';

/** All states; null on a machine whose fonts are others: what is as wide as its words stands elsewhere there. */
async function shotsOf(scheme: Scheme, out: string): Promise<Shot[] | null> {
  const shots: Shot[] = [];
  const shoot = camera(scheme, (shot) => shots.push(shot));
  await using scene = await openScene(scheme);
  await pages.fonts(scene, shoot);
  if (!writes && (await wrongWith(shots[0]!, out)) !== null) return null;
  const chat = await scene.openChat(beside.wide);
  await beside.marks(scene, chat, shoot);
  await beside.rails(scene, chat, shoot);
  await beside.flags(scene, chat, shoot);
  await panels.menus(scene, chat, shoot);
  await panels.editor(scene, chat, shoot);
  await pages.sidePanel(scene, chat, shoot);
  await pages.popup(scene, chat, shoot);
  await panels.versions(scene, chat, shoot);
  await pages.signs(scene, shoot);
  await pages.others(scene, shoot);
  return shots;
}

/** What is wrong with one picture, in words; null: nothing. */
async function wrongWith({ name, picture }: Shot, out: string): Promise<string | null> {
  const path = join(folder, `${name}.png`);
  if (!existsSync(path)) return `${name} is new: take the pictures anew with BLUEPENCIL_LOOK=write`;
  // With as few colours as the kept one has: else what that lost counts.
  const now = readPng(writePng(picture));
  const difference = compare(readPng(await readFile(path)), now);
  if (difference && !isOther(difference)) return null;
  const [taken, shown] = [join(out, `${name}.png`), join(out, `${name}-difference.png`)];
  await writeFile(taken, writePng(picture));
  if (!difference) return `${name} has another size: ${taken}`;
  await writeFile(shown, writePng(difference.picture));
  const { cells, far, run, all } = difference;
  return `${name}: ${cells} of ${all} cells are off, ${far} far, ${run} in a line: ${taken}, ${shown}`;
}

// Fifty pictures, each taken until nothing moves.
test.for(schemes)('%s', { timeout: 300_000 }, async (scheme, { skip }) => {
  const out = await mkdtemp(join(tmpdir(), 'bluepencil-look-'));
  const shots = await shotsOf(scheme, out);
  if (!shots) return skip('The fonts of this machine are others than those of the kept pictures.');
  if (writes) {
    for (const { name, picture } of shots) await writeFile(join(folder, `${name}.png`), writePng(picture));
    return;
  }
  const wrong = await Promise.all(shots.map((shot) => wrongWith(shot, out)));
  expect(wrong.filter((words) => words !== null)).toEqual([]);
});

/** What a mistake in the looks does to a kept picture. */
const mistakes: [string, string, (picture: Pixels) => Pixels][] = [
  ['a border that is gone', 'menu-passage-light', (picture) => repainted(picture, [0xdf, 0xe5, 0xef], [255, 255, 255])],
  ['another colour', 'mark-approved-light', (picture) => repainted(picture, [0xe2, 0xf4, 0xea], [0xfd, 0xea, 0xe7])],
  [
    'a rail that is 4 px lower',
    'rail-end-light',
    (picture) => ({ ...picture, rgb: picture.rgb.map((_, at) => picture.rgb[at - 12 * picture.width] ?? 255) }),
  ],
];

test.runIf(!writes).each(mistakes)('%s is seen', async (_, name, mistake) => {
  const kept = readPng(await readFile(join(folder, `${name}.png`)));
  expect(isOther(compare(kept, mistake(kept))!)).toBe(true);
  expect(
    isOther(compare(kept, { ...kept, rgb: kept.rgb.map((level, at) => Math.max(0, level - (at % 5))) })!),
    'a shade of noise is not',
  ).toBe(false);
});

function repainted({ width, height, rgb }: Pixels, from: number[], to: number[]): Pixels {
  const other = rgb.slice();
  for (let at = 0; at < rgb.length; at += 3) if (from.every((level, c) => rgb[at + c] === level)) other.set(to, at);
  return { width, height, rgb: other };
}
