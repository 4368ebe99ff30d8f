/** Words that the browser shows for us: they reach it through `_locales`, which the build writes. */
export const manifest = {
  'manifest.description': 'Review AI answers where you read them: flag, correct, rate, and keep every review.',
  'manifest.focusNext': 'Focus the next answer without a review',
  'manifest.reviewSelection': 'Review the selected text as AI output',
} as const;
