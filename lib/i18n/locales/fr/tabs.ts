/** French: see the English table. */
import type { Words } from '../../../model/words.ts';

export const tabs: Words = {
  'twice.heading': 'Vous avez aussi modifié ceci dans un autre onglet',
  'twice.here': 'Compte maintenant',
  'twice.there': 'Dans l’autre onglet',
  'twice.headingBackup': 'La sauvegarde dit ici autre chose',
  'twice.thereBackup': 'Dans la sauvegarde',
  'twice.headingComputer': 'Sur un autre ordinateur vous avez dit autre chose ici',
  'twice.thereComputer': 'Sur l’autre ordinateur',
  'twice.keep': 'Garder ceci',
  'twice.take': 'Garder cela',
  'twice.nothing': 'Rien',
  'private.saved': 'Enregistré jusqu’à la fermeture des fenêtres privées',
  'private.panel':
    'Fenêtre privée : ce que vous évaluez ici reste en mémoire seulement et disparaît à la fermeture de la dernière fenêtre privée. Ce n’est dans aucune liste, sauvegarde ni export, et n’est envoyé nulle part.',
  'private.dashboard':
    'Fenêtre privée : ce que vous évaluez dans les fenêtres privées reste en mémoire seule. Ce n’est pas listé ici et ne peut pas être exporté, car un navigateur peut écrire un fichier dans son profil avant de le remettre. Vos autres avis s’affichent dans une fenêtre ordinaire.',
  'error.private-full':
    'Il n’y a plus de place pour les évaluations des fenêtres privées, ceci n’a donc pas été enregistré. Ce que vous aviez enregistré est toujours là. Fermez les fenêtres privées pour faire de la place.',
};
