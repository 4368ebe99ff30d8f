/** Spanish: see the English table. */
import type { Words } from '../../../model/words.ts';

export const feedback: Words = {
  'feedback.last': 'Corrige tu última respuesta, por favor.',
  'feedback.to': 'Corrige, por favor, tu respuesta a «{quote}»:',
  'feedback.beginning': 'Corrige, por favor, tu respuesta que empieza por «{quote}»:',
  'feedback.whole': 'La respuesta en su conjunto: {what}',
  'feedback.noted': '{category}: {note}',
  'feedback.corrected': 'Así debería decir:',
  'feedback.old': 'En lugar de esto:',
  'feedback.new': 'escribe esto:',
  'feedback.after': 'Después de esto:',
  'feedback.add': 'añade esto:',
  'feedback.first': 'Empieza con esto:',
  'feedback.leaveOut': 'Quita esto:',
  'feedback.leftOut': {
    one: '(Aquí falta {n} punto más, para que sea breve.)',
    other: '(Aquí faltan {n} puntos más, para que sea breve.)',
  },

  'feedback.send': 'Enviar mis correcciones al modelo',
  'feedback.sendAll': 'Enviar las correcciones de las {n} respuestas',
  'feedback.copy': 'Copiar',
  'feedback.copyLong': 'Copiar mis correcciones',
  'feedback.drafted': 'Borrador listo. Envíalo cuando quieras.',
  'feedback.copied': 'Copiado.',
  'feedback.noComposer': 'Aquí no hay cuadro de texto. Se copió en su lugar.',
  'feedback.notInserted': 'El cuadro de texto no lo aceptó. Se copió en su lugar.',
  'feedback.notCopied': 'No se pudo copiar.',
  'feedback.nothing': 'Aún no hay nada que enviar: primero marca, corrige o anota algo.',
};
