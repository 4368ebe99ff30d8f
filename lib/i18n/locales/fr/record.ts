/** French: see the English table. */
import type { Words } from '../../../model/words.ts';

export const record: Words = {
  'dashboard.record': 'Journal',
  'record.title': 'Journal de ce qui a été fait',
  'record.lead':
    'Chaque avis, décision, export et réglage y est une entrée, liée à la précédente. Une modification faite après coup se voit.',
  'record.verify': 'Vérifier',
  'record.save': 'Enregistrer le journal',
  'record.saved': 'Remis aux téléchargements du navigateur. Qui a le fichier peut aussi le vérifier : npm run audit:verify.',
  'record.checking': { one: 'Vérification… {n} entrée', many: 'Vérification… {n} entrées', other: 'Vérification… {n} entrées' },
  'record.failed': 'Le journal n’a pas pu être vérifié : {problem}',
  'record.intact': {
    one: 'Intact : {n} entrée depuis le {at}',
    many: 'Intact : {n} entrées depuis le {at}',
    other: 'Intact : {n} entrées depuis le {at}',
  },
  'record.trouble.unreadable': 'Pas intact : l’entrée {seq} ne se lit plus comme elle a été écrite.',
  'record.trouble.changed': 'Pas intact : l’entrée {seq} a été modifiée après coup.',
  'record.trouble.missing': 'Pas intact : il manque ce qui précédait l’entrée {seq}.',
  'record.trouble.order': 'Pas intact : l’entrée {seq} n’est plus à la place où elle a été écrite.',
  'record.trouble.duplicate': 'Pas intact : l’entrée {seq} figure deux fois.',
  'record.trouble.unlinked': 'Pas intact : l’entrée {seq} ne découle pas de la précédente ; l’une des deux a été remplacée.',
  'record.trouble.cut': 'Pas intact : la fin manque, à partir de l’entrée {seq}.',
  'record.trouble.replaced': 'Pas intact : l’entrée {seq} n’est pas celle qui avait été notée.',
  'record.trouble.signed-otherwise': 'Pas intact : un point de terminaison a contresigné une autre entrée {seq} que celle-ci.',
  'record.pieces': 'Pas d’un seul tenant : à l’entrée {seq}, le journal a recommencé.',
  'record.at': 'Trouvé d’abord à la ligne {line}.',
  'record.troubles': {
    one: 'Quelque chose ne va pas à {n} endroit.',
    many: 'Quelque chose ne va pas à {n} endroits.',
    other: 'Quelque chose ne va pas à {n} endroits.',
  },
  'record.holes': 'Entrées manquantes : {list}.',
  'record.reset': 'À l’entrée {seq}, le journal a recommencé, le {at} : la suite de ce qui précédait était impossible.',
  'record.lost': {
    one: 'L’entrée {seq} dit qu’il y avait ici un autre journal, d’au moins {n} entrée.',
    many: 'L’entrée {seq} dit qu’il y avait ici un autre journal, d’au moins {n} entrées.',
    other: 'L’entrée {seq} dit qu’il y avait ici un autre journal, d’au moins {n} entrées.',
  },
  'record.badReceipts': {
    one: '{n} contreseing n’est pas valide, à l’entrée {list}.',
    many: '{n} contreseings ne sont pas valides, aux entrées {list}.',
    other: '{n} contreseings ne sont pas valides, aux entrées {list}.',
  },
  'record.anchor': 'Contresigné par un point de terminaison jusqu’à l’entrée {seq}, le {at}. Sa clé : {key}',
  'record.tail': {
    one: 'De la {n} entrée suivante, seul cet ordinateur répond.',
    many: 'Des {n} entrées suivantes, seul cet ordinateur répond.',
    other: 'Des {n} entrées suivantes, seul cet ordinateur répond.',
  },
  'record.noAnchor': 'Aucun point de terminaison ne l’a contresigné. Qui contrôle cet ordinateur pourrait tout réécrire.',
  'record.last': 'Dernière entrée',
  'record.lastHint': 'Notez-la ailleurs : elle permettra de montrer que rien n’a changé jusqu’ici.',
  'record.contents': 'Avis enregistrés',
  'record.content.same': {
    one: 'La {n} révision dit ce qui a été noté.',
    many: 'Les {n} révisions disent ce qui a été noté.',
    other: 'Les {n} révisions disent ce qui a été noté.',
  },
  'record.content.none': 'Aucun encore dont parle une entrée.',
  'record.content.changed': {
    one: '{n} avis enregistré n’est pas tel qu’il a été noté : lui ou sa réponse a été modifié de l’extérieur.',
    many: '{n} avis enregistrés ne sont pas tels qu’ils ont été notés : eux ou leurs réponses ont été modifiés de l’extérieur.',
    other: '{n} avis enregistrés ne sont pas tels qu’ils ont été notés : eux ou leurs réponses ont été modifiés de l’extérieur.',
  },
  'record.content.missing': {
    one: '{n} avis a disparu, et aucune entrée ne dit qu’il a été effacé.',
    many: '{n} avis ont disparu, et aucune entrée ne dit qu’ils ont été effacés.',
    other: '{n} avis ont disparu, et aucune entrée ne dit qu’ils ont été effacés.',
  },
  'record.content.unnoted': {
    one: '{n} révision est enregistrée dont aucune entrée ne parle.',
    many: '{n} révisions sont enregistrées dont aucune entrée ne parle.',
    other: '{n} révisions sont enregistrées dont aucune entrée ne parle.',
  },
  'record.proves': 'Ce qu’il prouve',
  'record.can':
    'Il montre les entrées modifiées, retirées, déplacées ou ajoutées, et les avis qui ne disent plus ce qui a été noté. Il ne contient aucun texte : seulement des empreintes, qui perdent leur sens quand le texte est effacé.',
  'record.cannot':
    'À lui seul, il ne peut pas montrer que quelqu’un qui contrôle cet ordinateur a tout réécrit ou coupé la fin. Les contreseings d’un point de terminaison, ou une dernière entrée notée ailleurs, le peuvent.',
};
