/** Why something was taken for an answer. Answers keep it in English, whatever their reviewers speak; it is shown in what is spoken here. */
import { found } from './locales/en/found.ts';
import { knows, text } from './text.ts';

const sentences = Object.entries(found).map(([key, english]) => ({
  key,
  pattern: new RegExp(`^${english.replaceAll(/[.()]/g, String.raw`\$&`).replaceAll(/\{(\w+)\}/g, '(?<$1>.+?)')}$`, 's'),
}));

/** A reason in words; as it is where it is none of ours, such as one of an older version. */
export function reasonWords(reason: string): string {
  for (const { key, pattern } of sentences) {
    const match = pattern.exec(reason);
    if (match && knows(key)) return text(key, match.groups);
  }
  return reason;
}
