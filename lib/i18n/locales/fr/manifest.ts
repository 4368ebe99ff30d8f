/** French: see the English table. */
import type { Words } from '../../../model/words.ts';

export const manifest: Words = {
  'manifest.description': 'Évaluer les réponses d’IA là où on les lit : signaler, corriger, noter, et garder chaque avis.',
  'manifest.focusNext': 'Aller à la prochaine réponse sans avis',
  'manifest.reviewSelection': 'Évaluer le texte sélectionné comme sortie d’IA',
};
