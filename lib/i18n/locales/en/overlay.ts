/** Words of the controls beside an answer and of the framed editor. Short, plain and kind. */
export const overlay = {
  'category.wrong': 'Factually wrong',
  'category.invented-source': 'Made-up source',
  'category.outdated': 'Outdated',
  'category.instructions': 'Did not follow instructions',
  'category.incomplete': 'Incomplete',
  'category.unsafe': 'Unsafe',
  'category.biased': 'Biased',
  'category.private-data': 'Private data',
  'category.refused': 'Refused needlessly',
  'category.tone': 'Tone or style',
  'category.other': 'Other',
  'severity.minor': 'minor',
  'severity.major': 'major',
  'severity.critical': 'critical',
  saved: 'Saved',
} as const;
