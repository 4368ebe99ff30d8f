/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const manifest: Words = {
  'manifest.description': 'KI-Antworten dort prüfen, wo man sie liest: markieren, korrigieren, bewerten – und jede Prüfung behalten.',
  'manifest.focusNext': 'Zur nächsten Antwort ohne Prüfung',
  'manifest.reviewSelection': 'Den markierten Text als KI-Ausgabe prüfen',
};
