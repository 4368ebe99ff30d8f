/** Every language says everything: the same keys, the same names to fill in, each form that its numbers need, and nothing in English. */
import { describe, expect, test } from 'vitest';
import { languages } from '../../lib/i18n/languages.ts';
import { locales } from '../../lib/i18n/locales/index.ts';
import type { TableName } from '../../lib/i18n/text.ts';
import type { Word, Words } from '../../lib/model/words.ts';

const { en } = locales;
const tables = Object.entries(en) as [TableName, Words][];
const formsOf = (word: Word): string[] => (typeof word === 'string' ? [word] : Object.values(word));
const namesIn = (word: string): string[] => [...new Set([...word.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].toSorted();

/** Names, formats and signs: the same in every language. */
const names =
  /Bluepencil|OpenTelemetry|Langfuse|LangSmith|Phoenix|Argilla|Label Studio|ChatGPT|Claude|Gemini|Content Credentials|Markdown|ClickHouse|Elasticsearch|OpenSearch|PostgreSQL|PostgREST|Supabase|Amazon|MinIO|S3|R2|https?:\/\/|Ctrl|Esc\b|AI\b|\d/g;
/** Words that a language shares with English. */
const shared: Record<string, string[]> = {
  de: ['Dataset', 'Export', 'Format', 'Prompt', 'Token', 'Version {version}'],
  fr: ['Export', 'Format', 'Note', 'Prompt', 'Site', 'Sites', 'Verdict', '{n} question', '{n} questions'],
  es: ['No', 'Prompt', 'Roles', 'Token'],
  'pt-BR': ['Endpoint', 'Prompt', 'Site', 'Sites', 'Token'],
};

test('each language of the list has words', () => expect(Object.keys(locales).toSorted()).toEqual(languages.toSorted()));

describe.each(Object.entries(locales))('%s', (language, own) => {
  const plurals = new Intl.PluralRules(language);
  /** The forms that counts up to a thousand need; a million is written in digits, and needs no other. */
  const needed = new Set(Array.from({ length: 1001 }, (_, n) => plurals.select(n)));

  test('has the same tables and keys', () => {
    expect(Object.keys(own).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [name, words] of tables) expect(Object.keys(own[name] ?? {}).toSorted(), name).toEqual(Object.keys(words).toSorted());
  });

  test.each(tables)('%s: every word is whole', (name, words) => {
    const wrong: string[] = [];
    for (const [key, english] of Object.entries(words)) {
      const word = own[name]?.[key] ?? '';
      const forms = formsOf(word);
      if (forms.some((form) => form.trim() === '' || form !== form.trim())) wrong.push(`${key}: a form is empty, or has space around it`);
      // A form for one number may say the number in a word.
      const full = typeof word === 'string' ? word : word.other;
      const wanted = namesIn(formsOf(english).at(-1) ?? '');
      if (namesIn(full).join() !== wanted.join()) wrong.push(`${key}: fills {${namesIn(full).join()}}, English {${wanted.join()}}`);
      if (forms.some((form) => namesIn(form).some((filled) => !wanted.includes(filled)))) wrong.push(`${key}: fills what is not given`);
      if (typeof english !== 'string' && typeof word === 'string') wrong.push(`${key}: has no plural forms`);
      if (typeof word !== 'string') wrong.push(...[...needed].filter((form) => !(form in word)).map((form) => `${key}: lacks “${form}”`));
    }
    expect(wrong).toEqual([]);
  });

  if (language === 'en') return;
  test('nothing is left in English', () => {
    const left = tables.flatMap(([name, words]) =>
      Object.entries(words).flatMap(([key, english]) =>
        formsOf(own[name]?.[key] ?? '').filter(
          (form) =>
            formsOf(english).includes(form) &&
            /\p{L}/u.test(form.replaceAll(names, '').replaceAll(/\{\w+\}/g, '')) &&
            !shared[language]?.includes(form),
        ),
      ),
    );
    expect([...new Set(left)]).toEqual([]);
  });
});
