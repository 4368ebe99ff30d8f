/** Brazilian Portuguese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const welcome: Words = {
  'welcome.title': 'Boas-vindas ao Bluepencil',
  'welcome.lead': 'Avalie respostas de IA onde você as lê. Três passos curtos e pronto.',
  'welcome.step': '{n} de 3',
  'welcome.sites': 'Onde avaliar',
  'welcome.sitesAbout': 'Estes já vêm ativos. Desative os que não quiser: nada do Bluepencil será executado neles.',
  'welcome.sitesMore': 'Qualquer outro chat: abra-o, clique no ícone do Bluepencil na barra de ferramentas e ative-o.',
  'welcome.try': 'Experimente aqui',
  'welcome.tryAbout':
    'Aponte para a resposta e aperte um polegar. Ou selecione as palavras erradas e aperte 1. É um exemplo: nada dele é guardado.',
  'welcome.tried': 'Isso já é uma avaliação inteira. O resto você decide.',
  'welcome.prompt': 'Posso recuperar o IVA de um carro em leasing?',
  'welcome.answer.1': 'Sim. Uma empresa pode deduzir o IVA das parcelas do leasing se usar o carro em pelo menos 10% das viagens.',
  'welcome.answer.2': 'A dedução é limitada a 50% desde 2020.',
  'welcome.answer.3': 'Mantenha um diário de bordo, para poder mostrar quanto foi para a empresa.',
  'welcome.data': 'Para onde vão suas avaliações',
  'welcome.data.1': 'Elas ficam neste computador. Não há conta, e nada é enviado a lugar nenhum.',
  'welcome.data.2': 'Se sua equipe tem um endpoint, informe-o nas configurações. Você vê o primeiro envio antes de ele sair.',
  'welcome.data.3': 'Você pode exportá-las a qualquer momento: como linhas para treino ou para ler.',
  'welcome.settings': 'Abrir as configurações',
  'welcome.done': 'Começar',
  'welcome.keys': 'Atalho para a próxima resposta sem avaliação: {shortcut}',
};
