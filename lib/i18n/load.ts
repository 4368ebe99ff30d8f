/** Brings the words of the browser's language. For pages of ours and the background; scripts in pages are sent theirs. */
import type { Speech, Words } from '../model/words.ts';
import { languageOf, localeOf } from './languages.ts';
import { en } from './locales/en/index.ts';
import { direction, locale, speak, type TableName, type Tables } from './text.ts';

/**
 * Speaks the language that fits `wanted`, a BCP 47 tag, as soon as its file is read; English until then, and where it cannot be read.
 * Replies with the tables; what one lacks is English in it.
 */
export async function speakAs(wanted: string): Promise<Tables> {
  const language = languageOf(wanted);
  speak(language === 'en' ? localeOf(wanted) : 'en', ...Object.values(en));
  if (language === 'en') return en;
  try {
    // A file of the extension, which the build writes.
    const own = (await (await fetch(`/locales/${language}.json`)).json()) as Partial<Tables>;
    const tables: Tables = { ...en };
    for (const [name, words] of Object.entries(own) as [TableName, Words][]) tables[name] = { ...en[name], ...words };
    speak(localeOf(wanted), ...Object.values(tables));
    return tables;
  } catch (error) {
    console.error(`The words of ${language} could not be read: ${String(error)}`);
    return en;
  }
}

/** As `speakAs`, and tells the page what it is written in. Await it before the first drawing. */
export async function speakInPage({ documentElement: root }: Document, wanted: string): Promise<void> {
  await speakAs(wanted);
  root.lang = locale();
  root.dir = direction();
}

/** What a script in a page is sent: some of the tables, in what is spoken here. */
export const speechOf = (tables: Tables, names: readonly TableName[]): Speech => ({
  locale: locale(),
  words: Object.assign({}, ...names.map((name) => tables[name])),
});
