/** Spanish: see the English table. */
import type { Words } from '../../../model/words.ts';

export const tabs: Words = {
  'twice.heading': 'También cambió esto en otra pestaña',
  'twice.here': 'Vale ahora',
  'twice.there': 'En la otra pestaña',
  'twice.headingBackup': 'La copia de seguridad dice otra cosa aquí',
  'twice.thereBackup': 'En la copia de seguridad',
  'twice.headingComputer': 'En otro ordenador dijiste otra cosa aquí',
  'twice.thereComputer': 'En el otro ordenador',
  'twice.keep': 'Conservar esto',
  'twice.take': 'Conservar aquello',
  'twice.nothing': 'Nada',
  'private.saved': 'Guardado hasta cerrar las ventanas privadas',
  'private.panel':
    'Ventana privada: lo que revise aquí queda solo en la memoria y desaparece al cerrar la última ventana privada. No está en ninguna lista, copia de seguridad ni exportación, y no se envía a ninguna parte.',
  'private.dashboard':
    'Ventana privada: lo que revisa en ventanas privadas se guarda solo en memoria. No aparece aquí ni se puede exportar, porque un navegador puede escribir un archivo en su perfil antes de entregarlo. Sus otras revisiones se ven en una ventana normal.',
  'error.private-full':
    'No queda sitio para revisiones de ventanas privadas, así que esto no se ha guardado. Lo que guardó antes sigue aquí. Cierre las ventanas privadas para hacer sitio.',
};
