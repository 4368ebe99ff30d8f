/** Blue-grey says nothing, amber says that AI took part, green that a person or a camera did. AI is nothing bad: red is for what does not fit. */
export function toneOf(kind: string): 'warn' | 'good' | '' {
  if (kind.endsWith('-human')) return 'good';
  return kind === 'credentials' || kind === 'credentials-elsewhere' ? '' : 'warn';
}
