/** Spanish: see the English table. */
import type { Words } from '../../../model/words.ts';

export const manifest: Words = {
  'manifest.description': 'Revisar las respuestas de IA donde se leen: marcar, corregir, valorar y conservar cada revisión.',
  'manifest.focusNext': 'Ir a la siguiente respuesta sin revisión',
  'manifest.reviewSelection': 'Revisar el texto seleccionado como salida de IA',
};
