/** Times as people read them, in the language that is spoken. */
import { locale as spoken } from './text.ts';

/** `10:42` for today, else `12 Mar, 10:42`. `at` is epoch ms or RFC 3339. */
export function when(at: number | string, now = Date.now(), locale = spoken()): string {
  const date = new Date(at);
  const today = new Date(now).toDateString() === date.toDateString();
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  return date.toLocaleString(locale, today ? time : { day: 'numeric', month: 'short', ...time });
}

/** `3 Sep 2026`. `at` is RFC 3339. */
export const day = (at: string): string => new Date(at).toLocaleDateString(spoken(), { dateStyle: 'medium' });

/** `3 h`, `12 min`, `40 s`: how long ago, coarse on purpose. */
export function since(at: number, now = Date.now(), locale = spoken()): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000));
  const [value, unit]: [number, string] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5400
        ? [Math.round(seconds / 60), 'minute']
        : seconds < 129_600
          ? [Math.round(seconds / 3600), 'hour']
          : [Math.round(seconds / 86_400), 'day'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}
