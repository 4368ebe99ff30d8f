/** Brazilian Portuguese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const tabs: Words = {
  'twice.heading': 'Você também alterou isto em outra aba',
  'twice.here': 'Vale agora',
  'twice.there': 'Na outra aba',
  'twice.headingBackup': 'O backup diz outra coisa aqui',
  'twice.thereBackup': 'No backup',
  'twice.headingComputer': 'Em outro computador você disse outra coisa aqui',
  'twice.thereComputer': 'No outro computador',
  'twice.keep': 'Manter isto',
  'twice.take': 'Manter aquilo',
  'twice.nothing': 'Nada',
  'private.saved': 'Salvo até fechar as janelas privadas',
  'private.panel':
    'Janela privada: o que você revisa aqui fica só na memória e some quando a última janela privada é fechada. Não está em nenhuma lista, backup ou exportação e não é enviado a lugar nenhum.',
  'private.dashboard':
    'Janela privada: o que você avalia em janelas privadas fica só na memória. Não aparece aqui e não pode ser exportado, pois um navegador pode gravar um arquivo no perfil antes de entregá-lo. Suas outras avaliações aparecem em uma janela comum.',
  'error.private-full':
    'Não há mais espaço para revisões de janelas privadas, então isto não foi salvo. O que você salvou antes continua aqui. Feche as janelas privadas para liberar espaço.',
};
