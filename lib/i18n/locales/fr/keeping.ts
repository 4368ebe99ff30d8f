/** French: see the English table. */
import type { Words } from '../../../model/words.ts';

export const keeping: Words = {
  'keeping.title': 'Conservation et effacement',
  'keeping.about':
    'Combien de temps les réponses et les avis restent sur cet ordinateur, ce qui ne doit pas être effacé, et comment effacer. Supprimer un avis le retire ; l’effacer l’enlève avec sa réponse.',
  'keeping.rule': 'Effacer automatiquement',
  'keeping.never': 'Jamais',
  'keeping.after': { one: 'Après {n} jour sans modification', other: 'Après {n} jours sans modification' },
  'keeping.ruleHint': 'Vérifié une fois par jour. Ce qui a été envoyé reste au point de terminaison, qui suit sa propre règle.',
  'keeping.fixed': 'Votre politique fixe ceci.',
  'keeping.when': 'Parmi ce qui a cet âge',
  'keeping.settled': 'Ce qui attend d’être envoyé reste',
  'keeping.sent': 'Seul part ce que le point de terminaison a reçu',
  'keeping.always': 'Tout part, même ce qui n’a pas été envoyé',
  'keeping.held': 'Sous conservation légale',
  'keeping.holdHint': 'Rien n’en est effacé, par personne ni automatiquement, tant que la conservation n’est pas levée.',
  'keeping.hold': 'Mettre sous conservation légale',
  'keeping.holdConversation': 'Mettre sa conversation sous conservation légale',
  'keeping.wasHeld': 'Sous conservation légale : {what}.',
  'keeping.release': 'Lever',
  'keeping.releaseOne': 'Lever la conservation légale : {what}',
  'keeping.what': 'Ce qui est enregistré ici',
  'keeping.all': { one: 'Tout : {n} réponse', other: 'Tout : {n} réponses' },
  'keeping.site': { one: '{site} : {n} réponse', other: '{site} : {n} réponses' },
  'hold.everything': 'tout',
  'hold.conversation': 'une conversation sur {site}',
  'erase.ask': 'Effacer…',
  'erase.askAnswer': 'Effacer cette réponse…',
  'erase.askConversation': 'Effacer sa conversation…',
  'erase.askComparison': 'Effacer cette comparaison…',
  'erase.answer': {
    one: 'Cette réponse est effacée, avec tous ses avis, comparaisons et brouillons.',
    other: 'Ces {n} réponses sont effacées, avec tous leurs avis, comparaisons et brouillons.',
  },
  'erase.comparison': 'Cette comparaison est effacée. Ses réponses restent, car elles ont d’autres avis.',
  'erase.conversation': {
    one: '{n} réponse de cette conversation sur {site} est effacée, du {since}, avec tous ses avis, comparaisons et brouillons.',
    other:
      '{n} réponses de cette conversation sur {site} sont effacées, du {since} au {until}, avec tous leurs avis, comparaisons et brouillons.',
  },
  'erase.site': {
    one: '{n} réponse de {site} est effacée, du {since}, avec tous ses avis, comparaisons et brouillons.',
    other: '{n} réponses de {site} sont effacées, du {since} au {until}, avec tous leurs avis, comparaisons et brouillons.',
  },
  'erase.everything': {
    one: 'Tout est effacé : {n} réponse, du {since}, avec tous ses avis, comparaisons et brouillons.',
    other: 'Tout est effacé : {n} réponses, du {since} au {until}, avec tous leurs avis, comparaisons et brouillons.',
  },
  'erase.final': 'Rien ne permet de revenir en arrière, sauf une sauvegarde faite avant.',
  'erase.told': 'Votre point de terminaison est prié d’oublier ce qu’il en a.',
  'erase.settings':
    'Les réglages, les adaptateurs de site et le registre restent. Le registre dit que quelque chose a été effacé, pas ce que c’était.',
  'erase.fresh': 'Les fichiers de la base de données sont recréés.',
  'erase.remnants':
    'Bluepencil ne peut plus le lire ensuite. Des traces peuvent rester dans des fichiers du navigateur jusqu’à ce qu’il les nettoie ; tout effacer recrée ces fichiers.',
  'erase.none': 'Il n’y a rien à effacer ici.',
  'erase.held':
    'Sous conservation légale : {what}. Rien n’est donc effacé. Une conservation que vous avez mise peut être levée dans les réglages.',
  'erase.do': { one: 'Effacer {n} réponse', other: 'Effacer {n} réponses' },
  'erase.doComparison': 'Effacer la comparaison',
  'erase.keep': 'Garder',
  'erase.waiting': { one: '{n} réponse est effacée dans dix secondes.', other: '{n} réponses sont effacées dans dix secondes.' },
  'erase.waitingComparison': 'La comparaison est effacée dans dix secondes.',
  'erase.undo': 'Annuler',
  'erase.now': 'Effacer maintenant',
  'erase.busy': 'Effacement…',
  'erase.done': { one: '{n} réponse a été effacée.', other: '{n} réponses ont été effacées.' },
  'erase.doneComparison': 'La comparaison a été effacée.',
  'erase.kept': {
    one: '{n} reste : comparaison avec ce qui est sous conservation légale.',
    other: '{n} restent : comparaisons avec ce qui est sous conservation légale.',
  },
  'error.erase-held':
    'Ceci est sous conservation légale, rien n’a donc été effacé. Une conservation que vous avez mise peut être levée dans les réglages.',
  'error.keeping-fixed': 'Votre politique dit combien de temps les avis sont conservés, rien n’a donc été changé.',
};
