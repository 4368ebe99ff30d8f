/** Brazilian Portuguese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const backup: Words = {
  'backup.title': 'Cópia de segurança',
  'backup.about':
    'Um só arquivo com tudo: avaliações, respostas, rascunhos, configurações e o registro do que foi feito. Os tokens nunca estão nele. Restaurar acrescenta o que falta e não sobrescreve nada.',
  'backup.save': 'Salvar uma cópia',
  'backup.protect': 'Proteger com uma frase secreta',
  'backup.passphrase': 'Frase secreta',
  'backup.passphraseHint': 'Sem ela ninguém consegue abrir o arquivo. Se você a esquecer, também não.',
  'backup.restore': 'Restaurar de um arquivo…',
  'backup.saving': 'Salvando…',
  'backup.reading': 'Verificando o arquivo…',
  'backup.bringing': 'Restaurando…',
  'backup.stop': 'Parar',
  'backup.saved': 'Entregue aos downloads do navegador: {size}.',
  'backup.locked': 'Esta cópia está protegida.',
  'backup.open': 'Abrir',
  'backup.holds': {
    one: 'A cópia de {at} contém {n} avaliação.',
    many: 'A cópia de {at} contém {n} avaliações.',
    other: 'A cópia de {at} contém {n} avaliações.',
  },
  'backup.fresh': { one: '{n} é nova aqui.', many: '{n} são novas aqui.', other: '{n} são novas aqui.' },
  'backup.changed': {
    one: '{n} diz algo a mais do que aqui. As duas ficam guardadas.',
    many: '{n} dizem algo a mais do que aqui. As duas ficam guardadas.',
    other: '{n} dizem algo a mais do que aqui. As duas ficam guardadas.',
  },
  'backup.drafts': {
    one: '{n} rascunho é acrescentado.',
    many: '{n} rascunhos são acrescentados.',
    other: '{n} rascunhos são acrescentados.',
  },
  'backup.adapters': {
    one: '{n} adaptador de site é acrescentado.',
    many: '{n} adaptadores de site são acrescentados.',
    other: '{n} adaptadores de site são acrescentados.',
  },
  'backup.settings': 'Suas configurações também voltam. Os tokens precisam ser informados de novo.',
  'backup.nothing': 'Tudo o que há nela já está aqui.',
  'backup.bring': 'Restaurar',
  'backup.leave': 'Agora não',
  'backup.close': 'Fechar',
  'backup.done': { one: 'Restaurada: {n} avaliação.', many: 'Restauradas: {n} avaliações.', other: 'Restauradas: {n} avaliações.' },
  'backup.doneOther': 'Restaurado.',
  'backup.stopped': 'Parado. O que já chegou está inteiro; o mesmo arquivo traz o resto.',
  'error.backup-empty': 'O arquivo está vazio. Nada foi alterado.',
  'error.backup-not-ours': 'Isto não é uma cópia do Bluepencil. Nada foi alterado.',
  'error.backup-newer-file':
    'Uma versão mais nova do Bluepencil gravou este arquivo. Atualize primeiro e depois restaure. Nada foi alterado.',
  'error.backup-newer-database':
    'Esta cópia é de uma versão mais nova do Bluepencil. Atualize primeiro e depois restaure. Nada foi alterado.',
  'error.backup-passphrase': 'A frase secreta não corresponde a este arquivo.',
  'error.backup-damaged': 'O arquivo está danificado: não está como foi gravado. Nada foi alterado. Tente outra cópia.',
  'error.backup-cut': 'O arquivo está cortado: o final falta ou está danificado. Nada foi alterado. Tente outra cópia.',
  'error.backup-order': 'As partes deste arquivo não estão na ordem em que foram gravadas. Nada foi alterado. Tente outra cópia.',
  'error.backup-line': 'Uma linha do arquivo passa de {max} MB, o que nenhuma cópia tem. Nada foi alterado.',
  'error.backup-bomb':
    'Ao ser descompactado, o arquivo fica {times} vezes maior, o que nenhum backup faz. A leitura parou aí. Nada foi alterado.',
  'error.backup-record': 'A linha {line} do arquivo não é um registro do Bluepencil ({problem}). Nada foi alterado.',
  'error.backup-unreadable': 'O arquivo não pode mais ser lido. Escolha-o de novo. Nada foi alterado.',
  'backup.takes':
    'De uma cópia, uma exportação no formato “Bluepencil JSONL” ou um conjunto de dados (linhas JSON, JSON, CSV, Parquet): as respostas dele esperam então no painel para serem avaliadas.',
  'backup.rows': {
    one: 'O arquivo contém {n} resposta para avaliar.',
    many: 'O arquivo contém {n} respostas para avaliar.',
    other: 'O arquivo contém {n} respostas para avaliar.',
  },
  'backup.queue': 'Elas entram no painel como rascunhos com a etiqueta “{tag}”. Nada é enviado antes de você avaliar.',
  'error.dataset-json': 'A linha {row} não é JSON ({detail}). Nada foi alterado.',
  'error.dataset-field': 'Linha {row}: “{field}” deve ser {expected}. Nada foi alterado.',
  'error.dataset-answer': 'A linha {row} não tem resposta. Ela fica em um destes campos: {fields}. Nada foi alterado.',
  'error.dataset-large': 'Um arquivo que é uma única lista JSON pode ter {max} MB. Salve-o como linhas JSON. Nada foi alterado.',
  'error.dataset-unknown':
    'Isto não é uma cópia, nem uma exportação, nem um conjunto de dados em linhas JSON, JSON, CSV ou Parquet. Nada foi alterado.',
  'error.dataset-parquet':
    'Este arquivo Parquet não pode ser lido ({detail}). Os compactados com Snappy ou Zstandard, ou sem compactação, podem. Nada foi alterado.',
  'error.dataset-group':
    'Neste arquivo Parquet, um grupo de linhas tem mais de {max} MB ou mais de um milhão de linhas. Salve-o com grupos menores. Nada foi alterado.',
};
