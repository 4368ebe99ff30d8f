/** Spanish: see the English table. */
import type { Words } from '../../../model/words.ts';

export const record: Words = {
  'dashboard.record': 'Registro',
  'record.title': 'Registro de lo que se hizo',
  'record.lead': 'Cada revisión, decisión, exportación y ajuste es aquí una entrada, unida a la anterior. Un cambio posterior se nota.',
  'record.verify': 'Verificar',
  'record.save': 'Guardar el registro',
  'record.saved': 'Entregado a las descargas del navegador. Quien tenga el archivo también puede verificarlo: npm run audit:verify.',
  'record.checking': { one: 'Verificando… {n} entrada', many: 'Verificando… {n} entradas', other: 'Verificando… {n} entradas' },
  'record.failed': 'No se pudo verificar el registro: {problem}',
  'record.intact': {
    one: 'Intacto: {n} entrada desde {at}',
    many: 'Intacto: {n} entradas desde {at}',
    other: 'Intacto: {n} entradas desde {at}',
  },
  'record.trouble.unreadable': 'No intacto: la entrada {seq} no se lee como se escribió.',
  'record.trouble.changed': 'No intacto: la entrada {seq} se cambió después de escribirse.',
  'record.trouble.missing': 'No intacto: falta lo que había antes de la entrada {seq}.',
  'record.trouble.order': 'No intacto: la entrada {seq} está en otro lugar que cuando se escribió.',
  'record.trouble.duplicate': 'No intacto: la entrada {seq} está dos veces.',
  'record.trouble.unlinked': 'No intacto: la entrada {seq} no sigue de la anterior, así que una de las dos fue reemplazada.',
  'record.trouble.cut': 'No intacto: falta el final, desde la entrada {seq}.',
  'record.trouble.replaced': 'No intacto: la entrada {seq} no es la que se había anotado.',
  'record.trouble.signed-otherwise': 'No intacto: un punto de conexión refrendó otra entrada {seq} que la que está aquí.',
  'record.pieces': 'No de una pieza: en la entrada {seq} el registro empezó de nuevo.',
  'record.at': 'Visto primero en la línea {line}.',
  'record.troubles': { one: 'Algo está mal en {n} lugar.', many: 'Algo está mal en {n} lugares.', other: 'Algo está mal en {n} lugares.' },
  'record.holes': 'Entradas que faltan: {list}.',
  'record.reset': 'En la entrada {seq} el registro empezó de nuevo, el {at}: lo anterior no se pudo continuar.',
  'record.lost': {
    one: 'La entrada {seq} dice que antes hubo aquí otro registro, de al menos {n} entrada.',
    many: 'La entrada {seq} dice que antes hubo aquí otro registro, de al menos {n} entradas.',
    other: 'La entrada {seq} dice que antes hubo aquí otro registro, de al menos {n} entradas.',
  },
  'record.badReceipts': {
    one: '{n} refrendo no es válido, en la entrada {list}.',
    many: '{n} refrendos no son válidos, en las entradas {list}.',
    other: '{n} refrendos no son válidos, en las entradas {list}.',
  },
  'record.anchor': 'Refrendado por un punto de conexión hasta la entrada {seq}, el {at}. Su clave: {key}',
  'record.tail': {
    one: 'De la {n} entrada siguiente solo responde este equipo.',
    many: 'De las {n} entradas siguientes solo responde este equipo.',
    other: 'De las {n} entradas siguientes solo responde este equipo.',
  },
  'record.noAnchor': 'Ningún punto de conexión lo ha refrendado. Quien controle este equipo podría reescribirlo todo.',
  'record.last': 'Última entrada',
  'record.lastHint': 'Anótela en otro lugar: con ella podrá mostrar después que nada cambió hasta aquí.',
  'record.contents': 'Revisiones guardadas',
  'record.content.same': {
    one: 'La {n} versión dice lo que se anotó.',
    many: 'Las {n} versiones dicen lo que se anotó.',
    other: 'Las {n} versiones dicen lo que se anotó.',
  },
  'record.content.none': 'Ninguna aún de la que hable una entrada.',
  'record.content.changed': {
    one: '{n} revisión guardada no es como se anotó: ella o su respuesta se cambió desde fuera.',
    many: '{n} revisiones guardadas no son como se anotaron: ellas o sus respuestas se cambiaron desde fuera.',
    other: '{n} revisiones guardadas no son como se anotaron: ellas o sus respuestas se cambiaron desde fuera.',
  },
  'record.content.missing': {
    one: 'Falta {n} revisión, y ninguna entrada dice que se borrara.',
    many: 'Faltan {n} revisiones, y ninguna entrada dice que se borraran.',
    other: 'Faltan {n} revisiones, y ninguna entrada dice que se borraran.',
  },
  'record.content.unnoted': {
    one: 'Hay {n} versión guardada de la que no habla ninguna entrada.',
    many: 'Hay {n} versiones guardadas de las que no habla ninguna entrada.',
    other: 'Hay {n} versiones guardadas de las que no habla ninguna entrada.',
  },
  'record.proves': 'Lo que prueba',
  'record.can':
    'Muestra entradas cambiadas, quitadas, movidas o añadidas, y revisiones que ya no dicen lo que se anotó. No contiene texto: solo resúmenes de él, que pierden su sentido cuando el texto se borra.',
  'record.cannot':
    'Por sí solo no puede mostrar que alguien que controla este equipo lo reescribió todo o cortó el final. Los refrendos de un punto de conexión, o una última entrada anotada en otro lugar, sí.',
};
