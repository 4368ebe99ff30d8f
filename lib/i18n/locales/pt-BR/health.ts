/** Brazilian Portuguese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const health: Words = {
  'health.reviews': 'Avaliações',
  'health.drafts': { one: '{n} rascunho', other: '{n} rascunhos' },
  'health.size': 'Em uso',
  'health.room': '{size} livres',
  'health.lost':
    '{at}: o banco de dados estava danificado e um vazio foi começado. Restaure seu último backup, e tudo o que está nele volta.',
  'health.newer':
    'Uma versão mais nova do Bluepencil salvou estas avaliações. Esta as mostra, exporta e copia em backup, e não muda nada. Atualize o Bluepencil para continuar avaliando.',
  'health.unread': { one: '{n} delas não pode ser lida aqui.', other: '{n} delas não podem ser lidas aqui.' },
  'health.see': 'O que não pôde ser lido',
  'health.first': { one: 'Só {n} é mostrado; o arquivo tem todos.', other: 'Só os primeiros {n} são mostrados; o arquivo tem todos.' },
  'health.unmasked': {
    one: 'A política pede que os textos guardados sejam mascarados: falta {n} resposta anterior.',
    other: 'A política pede que os textos guardados sejam mascarados: faltam {n} respostas anteriores.',
  },
  'broken.title': 'Suas avaliações não abrem',
  'broken.fold': 'Se as avaliações não abrirem',
  'broken.about': 'Nada foi apagado. Siga estes passos na ordem.',
  'broken.restart': 'Reinicie o navegador e veja se o disco dele tem espaço e está bem. Muitas vezes isso basta.',
  'broken.saveAbout': 'Salve o que ainda pode ser lido, linha por linha. O arquivo é um backup e se restaura como qualquer outro.',
  'broken.save': 'Salvar o que pode ser lido',
  'broken.saving': 'Lendo o que pode ser lido…',
  'broken.saved': {
    one: 'Entregue aos downloads do navegador: {n} linha, tudo o que há.',
    other: 'Entregue aos downloads do navegador: {n} linhas, tudo o que há.',
  },
  'broken.savedPart': {
    one: 'Entregue aos downloads do navegador: {n} linha. Outras não puderam ser lidas.',
    other: 'Entregue aos downloads do navegador: {n} linhas. Outras não puderam ser lidas.',
  },
  'broken.none': 'Nada mais pode ser lido, por isso não há arquivo. Procure um backup anterior.',
  'broken.anewAbout':
    'Começar de novo: o banco de dados é apagado com avaliações, configurações e tokens, e um vazio toma o lugar dele. O novo registro diz isso. O que está nos destinos e nos backups fica.',
  'broken.anew': 'Começar de novo',
  'broken.waiting': 'O banco de dados é apagado em dez segundos.',
  'broken.done': 'Começou de novo. Restaure abaixo seu último backup, e tudo o que está nele volta.',
  'broken.failed': 'O navegador não conseguiu apagar seu banco de dados. {detail}',
};
