/** The files that the build writes into the extension: each language's words, and what the browser itself shows of them. */
import { locales } from './locales/index.ts';

/** A file of the extension: where it stands, and what it holds. */
interface WordFile {
  relativeDest: string;
  contents: string;
}

/** `locales/<language>.json` for all but English, which is built in; `_locales/<language>/messages.json` for each. */
export function wordFiles(): WordFile[] {
  return Object.entries(locales).flatMap(([language, tables]) => [
    ...(language === 'en' ? [] : [{ relativeDest: `locales/${language}.json`, contents: JSON.stringify(tables) }]),
    {
      relativeDest: `_locales/${language.replace('-', '_')}/messages.json`,
      contents: JSON.stringify(messages({ ...locales.en.manifest, ...tables.manifest })),
    },
  ]);
}

/** `manifest.description` is `__MSG_description__` in the manifest. */
const messages = (words: Record<string, unknown>): Record<string, { message: unknown }> =>
  Object.fromEntries(Object.entries(words).map(([key, message]) => [key.replace('manifest.', ''), { message }]));
