/** Words that people write for people, in files and settings. */
import { z } from './zod.ts';

/** Half a surrogate pair, controls, what has no width and what turns the direction of writing: two names that differ in it look alike. */
const hidden =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;
/** Joiners belong to emoji and to many scripts, after a letter or a picture only. */
const looseJoiner = /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])[\u200C\u200D]/u;

/** Words of at most so many UTF-16 units, with nothing in them that cannot be seen. */
export const shown = (max: number, breaks: RegExp) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .superRefine((value, context) => {
      const text = value.replaceAll(breaks, ' ');
      const [found] = hidden.exec(text) ?? looseJoiner.exec(text) ?? [];
      const character = `U+${found?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
      if (found !== undefined) context.addIssue({ code: 'custom', params: { kind: 'hidden', character } });
    });
/** The same in one line. */
export const line = (max: number) => shown(max, /(?!)/g);
