/** French: see the English table. */
import type { Words } from '../../../model/words.ts';

export const feedback: Words = {
  'feedback.last': 'Merci de corriger ta dernière réponse.',
  'feedback.to': 'Merci de corriger ta réponse à « {quote} » :',
  'feedback.beginning': 'Merci de corriger ta réponse qui commence par « {quote} » :',
  'feedback.whole': 'La réponse dans son ensemble : {what}',
  'feedback.noted': '{category} : {note}',
  'feedback.corrected': 'Voici comment elle devrait se lire :',
  'feedback.old': 'Au lieu de ceci :',
  'feedback.new': 'écris ceci :',
  'feedback.after': 'Après ceci :',
  'feedback.add': 'ajoute ceci :',
  'feedback.first': 'Commence par ceci :',
  'feedback.leaveOut': 'Supprime ceci :',
  'feedback.leftOut': {
    one: '({n} autre point est omis ici, pour rester bref.)',
    other: '({n} autres points sont omis ici, pour rester bref.)',
  },

  'feedback.send': 'Envoyer mes corrections au modèle',
  'feedback.sendAll': 'Envoyer les corrections des {n} réponses',
  'feedback.copy': 'Copier',
  'feedback.copyLong': 'Copier mes corrections',
  'feedback.drafted': 'Brouillon prêt. Envoyez-le quand vous voulez.',
  'feedback.copied': 'Copié.',
  'feedback.noComposer': 'Aucune zone de texte ici. Copié à la place.',
  'feedback.notInserted': 'La zone de texte ne l’a pas accepté. Copié à la place.',
  'feedback.notCopied': 'La copie n’a pas pu se faire.',
  'feedback.nothing': 'Rien à envoyer pour l’instant : signalez, corrigez ou notez d’abord quelque chose.',
};
