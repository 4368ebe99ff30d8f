/** Spanish: see the English table. */
import type { Words } from '../../../model/words.ts';

export const health: Words = {
  'health.reviews': 'Revisiones',
  'health.drafts': { one: '{n} borrador', other: '{n} borradores' },
  'health.size': 'En uso',
  'health.room': '{size} libres',
  'health.lost':
    '{at}: la base de datos estaba dañada y se empezó una vacía. Restaure su última copia de seguridad y volverá todo lo que contiene.',
  'health.newer':
    'Una versión más nueva de Bluepencil guardó estas revisiones. Esta las muestra, las exporta y hace copia de ellas, y no cambia nada. Actualice Bluepencil para seguir revisando.',
  'health.unread': { one: '{n} de ellas no se puede leer aquí.', other: '{n} de ellas no se pueden leer aquí.' },
  'health.see': 'Lo que no se pudo leer',
  'health.first': {
    one: 'Solo se muestra {n}; el archivo los contiene todos.',
    other: 'Solo se muestran los primeros {n}; el archivo los contiene todos.',
  },
  'health.unmasked': {
    one: 'La política pide enmascarar los textos guardados: falta {n} respuesta anterior.',
    other: 'La política pide enmascarar los textos guardados: faltan {n} respuestas anteriores.',
  },
  'broken.title': 'Sus revisiones no se abren',
  'broken.fold': 'Si las revisiones no se abren',
  'broken.about': 'No se ha borrado nada. Siga estos pasos en orden.',
  'broken.restart': 'Reinicie el navegador y compruebe que su disco tiene espacio y está bien. A menudo basta con eso.',
  'broken.saveAbout':
    'Guarde lo que aún se puede leer, fila por fila. El archivo es una copia de seguridad y se restaura como cualquier otra.',
  'broken.save': 'Guardar lo que se puede leer',
  'broken.saving': 'Leyendo lo que se puede leer…',
  'broken.saved': {
    one: 'Entregado a las descargas del navegador: {n} fila, todo lo que hay.',
    other: 'Entregado a las descargas del navegador: {n} filas, todo lo que hay.',
  },
  'broken.savedPart': {
    one: 'Entregado a las descargas del navegador: {n} fila. Otras no se pudieron leer.',
    other: 'Entregado a las descargas del navegador: {n} filas. Otras no se pudieron leer.',
  },
  'broken.none': 'Ya no se puede leer nada, así que no hay archivo. Busque una copia de seguridad anterior.',
  'broken.anewAbout':
    'Empezar de nuevo: la base de datos se borra con las revisiones, los ajustes y los tokens, y una vacía ocupa su lugar. El nuevo registro lo dice. Lo que tienen los destinos y las copias de seguridad se queda.',
  'broken.anew': 'Empezar de nuevo',
  'broken.waiting': 'La base de datos se borra en diez segundos.',
  'broken.done': 'Se ha empezado de nuevo. Restaure abajo su última copia de seguridad y volverá todo lo que contiene.',
  'broken.failed': 'El navegador no pudo borrar su base de datos. {detail}',
};
