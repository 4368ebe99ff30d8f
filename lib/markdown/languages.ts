/** The language of code: as highlighters write it in classes and attributes, or as a bar above the code shows it. */

/** Names that tools show above code, as the info string of a fence says them. */
const names: Record<string, string> = {
  'plain text': 'text',
  'shell session': 'console',
  'visual basic': 'vb',
  'c / c++': 'cpp',
  'objective c': 'objectivec',
};
/** What tools show where they know no language. */
const none = /^(code( snippet)?|copy( code)?|snippet|auto|unknown|undefined|null)$/;

/** The language of a fence, null for none. A fence's language has no space. */
function languageName(shown: string): string | null {
  if (none.test(shown)) return null;
  return names[shown] ?? shown.replace(/\s+/g, '-');
}

const named = /(?:^|\s)(?:language|lang|highlight-source|brush:)[-\s]?([^\s;{]+|;)/i;
/** Attributes that hold nothing but a language. */
const alone = /^(?:data-(?:code-(?:block-)?)?lang(?:uage)?|data-mode-id|lang) (\S.*)$/;

/** The language that hints (`attribute value`, innermost first, or `bar name`) say, null for none. */
export function languageOf(hints: readonly string[]): string | null {
  for (const hint of hints) {
    const [, only] = alone.exec(hint) ?? [];
    if (only) return languageName(only.toLowerCase());
    const [, inClass] = (hint.startsWith('class ') && named.exec(hint.slice(6))) || [];
    if (inClass && inClass !== 'code') return languageName(inClass);
  }
  for (const hint of hints) {
    const [, shown] = /^bar (.*)$/.exec(hint) ?? /^class (?:.*\s)?hljs\s+([\w+#-]+)/.exec(hint) ?? [];
    if (shown) return languageName(shown.toLowerCase());
  }
  return null;
}
