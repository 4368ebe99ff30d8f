/** Brazilian Portuguese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const feedback: Words = {
  'feedback.last': 'Corrija sua última resposta, por favor.',
  'feedback.to': 'Corrija, por favor, sua resposta a “{quote}”:',
  'feedback.beginning': 'Corrija, por favor, sua resposta que começa com “{quote}”:',
  'feedback.whole': 'A resposta como um todo: {what}',
  'feedback.noted': '{category}: {note}',
  'feedback.corrected': 'Ela deveria ficar assim:',
  'feedback.old': 'Em vez disto:',
  'feedback.new': 'escreva isto:',
  'feedback.after': 'Depois disto:',
  'feedback.add': 'acrescente isto:',
  'feedback.first': 'Comece com isto:',
  'feedback.leaveOut': 'Retire isto:',
  'feedback.leftOut': {
    one: '(Mais {n} ponto ficou de fora aqui, para ser breve.)',
    other: '(Mais {n} pontos ficaram de fora aqui, para ser breve.)',
  },

  'feedback.send': 'Enviar minhas correções ao modelo',
  'feedback.sendAll': 'Enviar as correções das {n} respostas',
  'feedback.copy': 'Copiar',
  'feedback.copyLong': 'Copiar minhas correções',
  'feedback.drafted': 'Rascunho pronto. Envie quando quiser.',
  'feedback.copied': 'Copiado.',
  'feedback.noComposer': 'Não há caixa de texto aqui. Foi copiado.',
  'feedback.notInserted': 'A caixa de texto não aceitou. Foi copiado.',
  'feedback.notCopied': 'Não foi possível copiar.',
  'feedback.nothing': 'Ainda não há nada para enviar: primeiro marque, corrija ou anote algo.',
};
