/** Which languages Bluepencil speaks, and which of them fits a browser. */

/** English comes first: it is spoken where no other fits. */
export const languages = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'ar'] as const;
export type Language = (typeof languages)[number];

/** The language for a BCP 47 tag, such as `browser.i18n.getUILanguage()` gives: the same language in the same script, else English. */
export function languageOf(tag: string): Language {
  const wanted = parsed(tag);
  return (
    languages.find((language) => parsed(language)?.language === wanted?.language && parsed(language)?.script === wanted?.script) ?? 'en'
  );
}

/** The locale to speak, count and date in: the tag itself with its region where we have its language, else English. */
export function localeOf(tag: string): string {
  return parsed(languageOf(tag))?.language === parsed(tag)?.language ? tag : 'en';
}

/** With the script that the language is written in where the tag says none; null for what is no tag. */
function parsed(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}
