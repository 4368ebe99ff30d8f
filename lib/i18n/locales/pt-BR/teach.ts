/** Brazilian Portuguese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const teach: Words = {
  'teach.name': 'Ensinar este site',
  'teach.answer': 'Clique em uma resposta de IA.',
  'teach.prompt': 'Agora clique na pergunta que ela responde.',
  'teach.keys': '{arrows} mover · {enter} escolher · {esc} sair',
  'teach.noPrompt': 'Não há nenhuma',
  'teach.cancel': 'Cancelar',
  'teach.close': 'Fechar',
  'teach.answers': { one: '{n} resposta', other: '{n} respostas' },
  'teach.prompts': { one: '{n} pergunta', other: '{n} perguntas' },
  'teach.found': 'Encontrado: {answers} e {prompts}.',
  'teach.foundAlone': 'Encontrado: {answers}.',
  'teach.right': 'São todas, e nada mais?',
  'teach.narrower': 'Menos',
  'teach.wider': 'Mais',
  'teach.again': 'Escolher de novo',
  'teach.save': 'Salvar',
  'teach.saved': 'Salvo. O Bluepencil agora encontra as respostas daqui assim.',
  'teach.undo': 'Você pode remover isto nas configurações.',
  'teach.same': 'O Bluepencil não consegue distinguir as duas. Clique de novo nas palavras de uma resposta e depois nas de uma pergunta.',
  'teach.inside': 'Essa é a própria resposta. Clique na pergunta antes dela.',
  'teach.aimed': 'Em: {words}',
  'teach.wordless': 'nada para ler',
};
