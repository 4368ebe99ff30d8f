/** Spanish: see the English table. */
import type { Words } from '../../../model/words.ts';

export const welcome: Words = {
  'welcome.title': 'Le damos la bienvenida a Bluepencil',
  'welcome.lead': 'Revisar las respuestas de IA donde se leen. Tres pasos cortos, y listo.',
  'welcome.step': '{n} de 3',
  'welcome.sites': 'Dónde revisar',
  'welcome.sitesAbout': 'Estos están activos desde el principio. Desactive los que no quiera: allí no se ejecutará nada de Bluepencil.',
  'welcome.sitesMore': 'Cualquier otro chat: ábralo, haga clic en el icono de Bluepencil en la barra de herramientas y actívelo.',
  'welcome.try': 'Pruébelo aquí',
  'welcome.tryAbout':
    'Apunte a la respuesta y pulse un pulgar. O seleccione las palabras erróneas y pulse 1. Es un ejemplo: no se guarda nada.',
  'welcome.tried': 'Eso ya es una revisión completa. Todo lo demás es opcional.',
  'welcome.prompt': '¿Puedo recuperar el IVA de un coche en leasing?',
  'welcome.answer.1': 'Sí. Una empresa puede deducir el IVA de las cuotas si usa el coche en al menos el 10 % de sus viajes.',
  'welcome.answer.2': 'La deducción está limitada al 50 % desde 2020.',
  'welcome.answer.3': 'Lleve un registro de viajes para poder mostrar cuánto fue para la empresa.',
  'welcome.data': 'Adónde van sus revisiones',
  'welcome.data.1': 'Se quedan en este equipo. No hay cuenta y no se envía nada a ninguna parte.',
  'welcome.data.2': 'Si su equipo tiene un punto de conexión, póngalo en los ajustes. Verá el primer envío antes de que salga.',
  'welcome.data.3': 'Puede exportarlas cuando quiera: como filas para entrenar o para leer.',
  'welcome.settings': 'Abrir los ajustes',
  'welcome.done': 'Empezar',
  'welcome.keys': 'Atajo a la siguiente respuesta sin revisión: {shortcut}',
};
