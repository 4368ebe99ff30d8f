/** Spanish: see the English table. */
import type { Words } from '../../../model/words.ts';

export const backup: Words = {
  'backup.title': 'Copia de seguridad',
  'backup.about':
    'Un solo archivo con todo: revisiones, respuestas, borradores, ajustes y el registro de lo hecho. Los tokens nunca están en él. Al restaurar se añade lo que falta y no se sobrescribe nada.',
  'backup.save': 'Guardar una copia',
  'backup.protect': 'Protegerla con una frase de contraseña',
  'backup.passphrase': 'Frase de contraseña',
  'backup.passphraseHint': 'Sin ella nadie puede abrir el archivo. Si la olvidas, tú tampoco.',
  'backup.restore': 'Restaurar desde un archivo…',
  'backup.saving': 'Guardando…',
  'backup.reading': 'Comprobando el archivo…',
  'backup.bringing': 'Restaurando…',
  'backup.stop': 'Detener',
  'backup.saved': 'Entregado a las descargas de tu navegador: {size}.',
  'backup.locked': 'Esta copia está protegida.',
  'backup.open': 'Abrir',
  'backup.holds': {
    one: 'La copia del {at} contiene {n} revisión.',
    many: 'La copia del {at} contiene {n} revisiones.',
    other: 'La copia del {at} contiene {n} revisiones.',
  },
  'backup.fresh': { one: '{n} es nueva aquí.', many: '{n} son nuevas aquí.', other: '{n} son nuevas aquí.' },
  'backup.changed': {
    one: '{n} dice algo más que aquí. Se conservan ambas.',
    many: '{n} dicen algo más que aquí. Se conservan ambas.',
    other: '{n} dicen algo más que aquí. Se conservan ambas.',
  },
  'backup.drafts': { one: 'Se añade {n} borrador.', many: 'Se añaden {n} borradores.', other: 'Se añaden {n} borradores.' },
  'backup.adapters': {
    one: 'Se añade {n} adaptador de sitio.',
    many: 'Se añaden {n} adaptadores de sitio.',
    other: 'Se añaden {n} adaptadores de sitio.',
  },
  'backup.settings': 'Tus ajustes también vuelven. Los tokens hay que introducirlos de nuevo.',
  'backup.nothing': 'Todo lo que contiene ya está aquí.',
  'backup.bring': 'Restaurar',
  'backup.leave': 'Ahora no',
  'backup.close': 'Cerrar',
  'backup.done': { one: 'Restaurada: {n} revisión.', many: 'Restauradas: {n} revisiones.', other: 'Restauradas: {n} revisiones.' },
  'backup.doneOther': 'Restaurado.',
  'backup.stopped': 'Detenido. Lo que ha llegado está completo; el mismo archivo trae el resto.',
  'error.backup-empty': 'El archivo está vacío. No se ha cambiado nada.',
  'error.backup-not-ours': 'Esto no es una copia de Bluepencil. No se ha cambiado nada.',
  'error.backup-newer-file':
    'Una versión más nueva de Bluepencil escribió este archivo. Actualiza primero y restaura después. No se ha cambiado nada.',
  'error.backup-newer-database':
    'Esta copia es de una versión más nueva de Bluepencil. Actualiza primero y restaura después. No se ha cambiado nada.',
  'error.backup-passphrase': 'La frase de contraseña no corresponde a este archivo.',
  'error.backup-damaged': 'El archivo está dañado: no está como se escribió. No se ha cambiado nada. Prueba con otra copia.',
  'error.backup-cut': 'El archivo está cortado: falta el final o está dañado. No se ha cambiado nada. Prueba con otra copia.',
  'error.backup-order':
    'Las partes de este archivo no están en el orden en que se escribieron. No se ha cambiado nada. Prueba con otra copia.',
  'error.backup-line': 'Una línea del archivo supera los {max} MB, lo que ninguna copia tiene. No se ha cambiado nada.',
  'error.backup-bomb':
    'Al descomprimirse, el archivo ocupa {times} veces su tamaño, lo que no hace ninguna copia de seguridad. No se siguió leyendo. No se cambió nada.',
  'error.backup-record': 'La línea {line} del archivo no es un registro de Bluepencil ({problem}). No se ha cambiado nada.',
  'error.backup-unreadable': 'El archivo ya no se puede leer. Elígelo de nuevo. No se ha cambiado nada.',
  'backup.takes':
    'De una copia, una exportación en el formato «Bluepencil JSONL» o un conjunto de datos (líneas JSON, JSON, CSV, Parquet): sus respuestas esperan luego en el panel para revisarse.',
  'backup.rows': {
    one: 'El archivo contiene {n} respuesta por revisar.',
    many: 'El archivo contiene {n} respuestas por revisar.',
    other: 'El archivo contiene {n} respuestas por revisar.',
  },
  'backup.queue': 'Entran en el panel como borradores con la etiqueta «{tag}». Nada se envía antes de que lo revises.',
  'error.dataset-json': 'La fila {row} no es JSON ({detail}). No se ha cambiado nada.',
  'error.dataset-field': 'Fila {row}: «{field}» debe ser {expected}. No se ha cambiado nada.',
  'error.dataset-answer': 'La fila {row} no tiene respuesta. Está en uno de estos campos: {fields}. No se ha cambiado nada.',
  'error.dataset-large': 'Un archivo que es una sola lista JSON puede tener {max} MB. Guárdalo como líneas JSON. No se ha cambiado nada.',
  'error.dataset-unknown':
    'No es una copia, ni una exportación, ni un conjunto de datos en líneas JSON, JSON, CSV o Parquet. No se ha cambiado nada.',
  'error.dataset-parquet':
    'Este archivo Parquet no se puede leer ({detail}). Sí se leen los comprimidos con Snappy o Zstandard, o sin comprimir. No se ha cambiado nada.',
  'error.dataset-group':
    'En este archivo Parquet, un grupo de filas ocupa más de {max} MB o tiene más de un millón de filas. Guárdalo con grupos más pequeños. No se ha cambiado nada.',
};
