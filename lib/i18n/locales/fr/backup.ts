/** French: see the English table. */
import type { Words } from '../../../model/words.ts';

export const backup: Words = {
  'backup.title': 'Sauvegarde',
  'backup.about':
    'Un seul fichier avec tout : avis, réponses, brouillons, réglages et journal. Les jetons n’y sont jamais. La restauration ajoute ce qui manque et n’écrase rien.',
  'backup.save': 'Enregistrer une sauvegarde',
  'backup.protect': 'La protéger par une phrase secrète',
  'backup.passphrase': 'Phrase secrète',
  'backup.passphraseHint': 'Sans elle, personne ne peut ouvrir le fichier. Si vous l’oubliez, vous non plus.',
  'backup.restore': 'Restaurer depuis un fichier…',
  'backup.saving': 'Enregistrement…',
  'backup.reading': 'Vérification du fichier…',
  'backup.bringing': 'Restauration…',
  'backup.stop': 'Arrêter',
  'backup.saved': 'Remis aux téléchargements de votre navigateur : {size}.',
  'backup.locked': 'Cette sauvegarde est protégée.',
  'backup.open': 'Ouvrir',
  'backup.holds': {
    one: 'La sauvegarde du {at} contient {n} avis.',
    many: 'La sauvegarde du {at} contient {n} avis.',
    other: 'La sauvegarde du {at} contient {n} avis.',
  },
  'backup.fresh': { one: '{n} est nouveau ici.', many: '{n} sont nouveaux ici.', other: '{n} sont nouveaux ici.' },
  'backup.changed': {
    one: '{n} en dit plus qu’ici. Les deux sont gardés.',
    many: '{n} en disent plus qu’ici. Les deux sont gardés.',
    other: '{n} en disent plus qu’ici. Les deux sont gardés.',
  },
  'backup.drafts': { one: '{n} brouillon s’ajoute.', many: '{n} brouillons s’ajoutent.', other: '{n} brouillons s’ajoutent.' },
  'backup.adapters': {
    one: '{n} adaptateur de site s’ajoute.',
    many: '{n} adaptateurs de site s’ajoutent.',
    other: '{n} adaptateurs de site s’ajoutent.',
  },
  'backup.settings': 'Vos réglages reviennent aussi. Les jetons sont à saisir de nouveau.',
  'backup.nothing': 'Tout ce qu’elle contient est déjà ici.',
  'backup.bring': 'Restaurer',
  'backup.leave': 'Pas maintenant',
  'backup.close': 'Fermer',
  'backup.done': { one: 'Restauré : {n} avis.', many: 'Restaurés : {n} avis.', other: 'Restaurés : {n} avis.' },
  'backup.doneOther': 'Restauration terminée.',
  'backup.stopped': 'Arrêté. Ce qui est déjà arrivé est entier ; le même fichier apporte le reste.',
  'error.backup-empty': 'Le fichier est vide. Rien n’a été modifié.',
  'error.backup-not-ours': 'Ce n’est pas une sauvegarde de Bluepencil. Rien n’a été modifié.',
  'error.backup-newer-file':
    'Une version plus récente de Bluepencil a écrit ce fichier. Mettez à jour, puis restaurez. Rien n’a été modifié.',
  'error.backup-newer-database':
    'Cette sauvegarde vient d’une version plus récente de Bluepencil. Mettez à jour, puis restaurez. Rien n’a été modifié.',
  'error.backup-passphrase': 'La phrase secrète ne correspond pas à ce fichier.',
  'error.backup-damaged': 'Le fichier est abîmé : il n’est plus tel qu’il a été écrit. Rien n’a été modifié. Essayez une autre copie.',
  'error.backup-cut': 'Le fichier est tronqué : sa fin manque ou est abîmée. Rien n’a été modifié. Essayez une autre copie.',
  'error.backup-order':
    'Les parties de ce fichier ne sont plus dans l’ordre où elles ont été écrites. Rien n’a été modifié. Essayez une autre copie.',
  'error.backup-line': 'Une ligne du fichier dépasse {max} Mo, ce qu’aucune sauvegarde ne contient. Rien n’a été modifié.',
  'error.backup-bomb':
    'Une fois décompressé, le fichier fait {times} fois sa taille, ce qu’aucune sauvegarde ne fait. La lecture s’est arrêtée là. Rien n’a été modifié.',
  'error.backup-record': 'La ligne {line} du fichier n’est pas un enregistrement de Bluepencil ({problem}). Rien n’a été modifié.',
  'error.backup-unreadable': 'Le fichier n’est plus lisible. Choisissez-le de nouveau. Rien n’a été modifié.',
  'backup.takes':
    'Depuis une sauvegarde, un export au format « Bluepencil JSONL » ou un jeu de données (lignes JSON, JSON, CSV, Parquet) : ses réponses attendent alors votre avis dans le tableau de bord.',
  'backup.rows': {
    one: 'Le fichier contient {n} réponse à évaluer.',
    many: 'Le fichier contient {n} réponses à évaluer.',
    other: 'Le fichier contient {n} réponses à évaluer.',
  },
  'backup.queue': 'Elles entrent dans le tableau de bord comme brouillons avec l’étiquette « {tag} ». Rien n’est envoyé avant votre avis.',
  'error.dataset-json': 'La ligne {row} n’est pas du JSON ({detail}). Rien n’a été modifié.',
  'error.dataset-field': 'Ligne {row} : « {field} » doit être {expected}. Rien n’a été modifié.',
  'error.dataset-answer': 'La ligne {row} n’a pas de réponse. Elle se trouve dans l’un de ces champs : {fields}. Rien n’a été modifié.',
  'error.dataset-large':
    'Un fichier qui est une seule liste JSON peut faire {max} Mo. Enregistrez-le en lignes JSON. Rien n’a été modifié.',
  'error.dataset-unknown':
    'Ce n’est ni une sauvegarde, ni un export, ni un jeu de données en lignes JSON, JSON, CSV ou Parquet. Rien n’a été modifié.',
  'error.dataset-parquet':
    'Ce fichier Parquet ne peut pas être lu ({detail}). Ceux compressés avec Snappy ou Zstandard, ou pas du tout, le peuvent. Rien n’a été modifié.',
  'error.dataset-group':
    'Dans ce fichier Parquet, un groupe de lignes dépasse {max} Mo ou un million de lignes. Enregistrez-le avec des groupes plus petits. Rien n’a été modifié.',
};
