/** Spanish: see the English table. */
import type { Words } from '../../../model/words.ts';

export const teach: Words = {
  'teach.name': 'Enseñar este sitio',
  'teach.answer': 'Haga clic en una respuesta de IA.',
  'teach.prompt': 'Ahora haga clic en la pregunta que responde.',
  'teach.keys': '{arrows} mover · {enter} elegir · {esc} salir',
  'teach.noPrompt': 'No hay ninguna',
  'teach.cancel': 'Cancelar',
  'teach.close': 'Cerrar',
  'teach.answers': { one: '{n} respuesta', other: '{n} respuestas' },
  'teach.prompts': { one: '{n} pregunta', other: '{n} preguntas' },
  'teach.found': 'Encontradas: {answers} y {prompts}.',
  'teach.foundAlone': 'Encontradas: {answers}.',
  'teach.right': '¿Son todas, y nada más?',
  'teach.narrower': 'Menos',
  'teach.wider': 'Más',
  'teach.again': 'Elegir de nuevo',
  'teach.save': 'Guardar',
  'teach.saved': 'Guardado. Bluepencil encuentra ahora así las respuestas aquí.',
  'teach.undo': 'Puede quitarlo en los ajustes.',
  'teach.same': 'Bluepencil no distingue estas dos. Haga clic otra vez en las palabras de una respuesta y luego en las de una pregunta.',
  'teach.inside': 'Esa es la respuesta misma. Haga clic en la pregunta anterior.',
  'teach.aimed': 'En: {words}',
  'teach.wordless': 'nada que leer',
};
