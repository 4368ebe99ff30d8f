/** The built extension as it runs in a browser of another language: that of a browser cannot be chosen where its own words are not installed. */
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOf, type Kind } from './launch.ts';

/** Copies the build, lets it take `tag` for the browser's language, and returns the copy's folder. */
export async function buildInLanguage(kind: Kind, tag: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `bluepencil-${tag}-`));
  await cp(buildOf(kind), folder, { recursive: true });
  let asked = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const code = await readFile(join(folder, name), 'utf8');
    const changed = code.replaceAll(/[\w$.]+\.i18n\.getUILanguage\(\)/g, () => (asked++, JSON.stringify(tag)));
    if (changed !== code) await writeFile(join(folder, name), changed);
  }
  if (asked === 0) throw new Error('Nothing in the build asks for the language of the browser.');
  return folder;
}
