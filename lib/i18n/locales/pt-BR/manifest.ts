/** Brazilian Portuguese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const manifest: Words = {
  'manifest.description': 'Avalie respostas de IA onde você as lê: marque, corrija, dê nota e guarde cada avaliação.',
  'manifest.focusNext': 'Ir para a próxima resposta sem avaliação',
  'manifest.reviewSelection': 'Avaliar o texto selecionado como saída de IA',
};
