/** French: see the English table. */
import type { Words } from '../../../model/words.ts';

export const health: Words = {
  'health.reviews': 'Avis',
  'health.drafts': { one: '{n} brouillon', other: '{n} brouillons' },
  'health.size': 'Utilisés',
  'health.room': '{size} libres',
  'health.lost':
    '{at} : la base de données était endommagée et une base vide a été commencée. Restaurez votre dernière sauvegarde : tout ce qu’elle contient revient.',
  'health.newer':
    'Une version plus récente de Bluepencil a enregistré ces avis. Celle-ci les montre, les exporte et les sauvegarde, sans rien changer. Mettez Bluepencil à jour pour continuer à évaluer.',
  'health.unread': { one: '{n} d’entre eux ne peut pas être lu ici.', other: '{n} d’entre eux ne peuvent pas être lus ici.' },
  'health.see': 'Ce qui n’a pas pu être lu',
  'health.first': {
    one: 'Un seul est montré ; le fichier les contient tous.',
    other: 'Seuls les {n} premiers sont montrés ; le fichier les contient tous.',
  },
  'health.unmasked': {
    one: 'La politique veut que les textes conservés soient masqués : il reste {n} réponse antérieure.',
    other: 'La politique veut que les textes conservés soient masqués : il reste {n} réponses antérieures.',
  },
  'broken.title': 'Vos avis ne s’ouvrent pas',
  'broken.fold': 'Si les avis ne s’ouvrent pas',
  'broken.about': 'Rien n’a été supprimé. Suivez ces étapes dans l’ordre.',
  'broken.restart': 'Redémarrez le navigateur et vérifiez que son disque a de la place et va bien. Souvent, cela suffit.',
  'broken.saveAbout': 'Enregistrez ce qui se lit encore, ligne par ligne. Le fichier est une sauvegarde et se restaure comme les autres.',
  'broken.save': 'Enregistrer ce qui se lit',
  'broken.saving': 'Lecture de ce qui se lit…',
  'broken.saved': {
    one: 'Remis aux téléchargements du navigateur : {n} ligne, tout ce qu’il y a.',
    other: 'Remis aux téléchargements du navigateur : {n} lignes, tout ce qu’il y a.',
  },
  'broken.savedPart': {
    one: 'Remis aux téléchargements du navigateur : {n} ligne. D’autres n’ont pas pu être lues.',
    other: 'Remis aux téléchargements du navigateur : {n} lignes. D’autres n’ont pas pu être lues.',
  },
  'broken.none': 'Plus rien ne peut être lu, il n’y a donc pas de fichier. Cherchez une sauvegarde plus ancienne.',
  'broken.anewAbout':
    'Recommencer : la base de données est supprimée avec les avis, les réglages et les jetons, et une base vide prend sa place. Le nouveau registre le dit. Ce que les destinations et les sauvegardes contiennent reste.',
  'broken.anew': 'Recommencer',
  'broken.waiting': 'La base de données est supprimée dans dix secondes.',
  'broken.done': 'C’est reparti de zéro. Restaurez votre dernière sauvegarde ci-dessous : tout ce qu’elle contient revient.',
  'broken.failed': 'Le navigateur n’a pas pu supprimer sa base de données. {detail}',
};
