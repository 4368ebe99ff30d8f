/** Brazilian Portuguese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const record: Words = {
  'dashboard.record': 'Registro',
  'record.title': 'Registro do que foi feito',
  'record.lead': 'Cada avaliação, decisão, exportação e configuração é aqui uma entrada, ligada à anterior. Uma mudança posterior aparece.',
  'record.verify': 'Verificar',
  'record.save': 'Salvar o registro',
  'record.saved': 'Entregue aos downloads do navegador. Quem tem o arquivo também pode verificá-lo: npm run audit:verify.',
  'record.checking': { one: 'Verificando… {n} entrada', many: 'Verificando… {n} entradas', other: 'Verificando… {n} entradas' },
  'record.failed': 'Não foi possível verificar o registro: {problem}',
  'record.intact': {
    one: 'Intacto: {n} entrada desde {at}',
    many: 'Intacto: {n} entradas desde {at}',
    other: 'Intacto: {n} entradas desde {at}',
  },
  'record.trouble.unreadable': 'Não intacto: a entrada {seq} não se lê como foi escrita.',
  'record.trouble.changed': 'Não intacto: a entrada {seq} foi alterada depois de escrita.',
  'record.trouble.missing': 'Não intacto: falta o que vinha antes da entrada {seq}.',
  'record.trouble.order': 'Não intacto: a entrada {seq} está em outro lugar que não aquele em que foi escrita.',
  'record.trouble.duplicate': 'Não intacto: a entrada {seq} aparece duas vezes.',
  'record.trouble.unlinked': 'Não intacto: a entrada {seq} não decorre da anterior; uma das duas foi substituída.',
  'record.trouble.cut': 'Não intacto: falta o fim, a partir da entrada {seq}.',
  'record.trouble.replaced': 'Não intacto: a entrada {seq} não é a que foi anotada.',
  'record.trouble.signed-otherwise': 'Não intacto: um endpoint contra-assinou outra entrada {seq} que não a daqui.',
  'record.pieces': 'Não é uma peça só: na entrada {seq} o registro recomeçou.',
  'record.at': 'Visto primeiro na linha {line}.',
  'record.troubles': {
    one: 'Há algo errado em {n} lugar.',
    many: 'Há algo errado em {n} lugares.',
    other: 'Há algo errado em {n} lugares.',
  },
  'record.holes': 'Entradas que faltam: {list}.',
  'record.reset': 'Na entrada {seq} o registro recomeçou, em {at}: o que vinha antes não pôde ser continuado.',
  'record.lost': {
    one: 'A entrada {seq} diz que antes havia aqui outro registro, de ao menos {n} entrada.',
    many: 'A entrada {seq} diz que antes havia aqui outro registro, de ao menos {n} entradas.',
    other: 'A entrada {seq} diz que antes havia aqui outro registro, de ao menos {n} entradas.',
  },
  'record.badReceipts': {
    one: '{n} contra-assinatura não é válida, na entrada {list}.',
    many: '{n} contra-assinaturas não são válidas, nas entradas {list}.',
    other: '{n} contra-assinaturas não são válidas, nas entradas {list}.',
  },
  'record.anchor': 'Contra-assinado por um endpoint até a entrada {seq}, em {at}. Sua chave: {key}',
  'record.tail': {
    one: 'Pela {n} entrada seguinte só este computador responde.',
    many: 'Pelas {n} entradas seguintes só este computador responde.',
    other: 'Pelas {n} entradas seguintes só este computador responde.',
  },
  'record.noAnchor': 'Nenhum endpoint o contra-assinou. Quem controla este computador poderia reescrever tudo.',
  'record.last': 'Última entrada',
  'record.lastHint': 'Anote-a em outro lugar: com ela você poderá mostrar depois que nada mudou até aqui.',
  'record.contents': 'Avaliações guardadas',
  'record.content.same': {
    one: 'A {n} revisão diz o que foi anotado.',
    many: 'As {n} revisões dizem o que foi anotado.',
    other: 'As {n} revisões dizem o que foi anotado.',
  },
  'record.content.none': 'Nenhuma ainda de que uma entrada fale.',
  'record.content.changed': {
    one: '{n} avaliação guardada não é como foi anotada: ela ou sua resposta foi alterada de fora.',
    many: '{n} avaliações guardadas não são como foram anotadas: elas ou suas respostas foram alteradas de fora.',
    other: '{n} avaliações guardadas não são como foram anotadas: elas ou suas respostas foram alteradas de fora.',
  },
  'record.content.missing': {
    one: '{n} avaliação sumiu, e nenhuma entrada diz que foi apagada.',
    many: '{n} avaliações sumiram, e nenhuma entrada diz que foram apagadas.',
    other: '{n} avaliações sumiram, e nenhuma entrada diz que foram apagadas.',
  },
  'record.content.unnoted': {
    one: 'Há {n} revisão guardada de que nenhuma entrada fala.',
    many: 'Há {n} revisões guardadas de que nenhuma entrada fala.',
    other: 'Há {n} revisões guardadas de que nenhuma entrada fala.',
  },
  'record.proves': 'O que ele prova',
  'record.can':
    'Ele mostra entradas alteradas, retiradas, movidas ou inseridas, e avaliações que já não dizem o que foi anotado. Não contém texto: só resumos dele, que perdem o sentido quando o texto é apagado.',
  'record.cannot':
    'Sozinho, ele não pode mostrar que alguém que controla este computador reescreveu tudo ou cortou o fim. As contra-assinaturas de um endpoint, ou uma última entrada anotada em outro lugar, podem.',
};
