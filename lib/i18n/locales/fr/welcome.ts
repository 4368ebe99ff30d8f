/** French: see the English table. */
import type { Words } from '../../../model/words.ts';

export const welcome: Words = {
  'welcome.title': 'Bienvenue dans Bluepencil',
  'welcome.lead': 'Évaluer les réponses d’IA là où on les lit. Trois petites étapes, et c’est prêt.',
  'welcome.step': '{n} sur 3',
  'welcome.sites': 'Où évaluer',
  'welcome.sitesAbout': 'Ceux-ci sont actifs dès le départ. Désactivez ceux dont vous ne voulez pas : rien de Bluepencil n’y tournera.',
  'welcome.sitesMore': 'Tout autre chat : ouvrez-le, cliquez sur l’icône de Bluepencil dans la barre d’outils et activez-le.',
  'welcome.try': 'Essayez ici',
  'welcome.tryAbout':
    'Pointez la réponse et appuyez sur un pouce. Ou sélectionnez les mots faux et appuyez sur 1. C’est un exemple : rien n’en est gardé.',
  'welcome.tried': 'C’est déjà un avis complet. Le reste dépend de vous.',
  'welcome.prompt': 'Puis-je récupérer la TVA sur une voiture en leasing ?',
  'welcome.answer.1':
    'Oui. Une entreprise peut déduire la TVA sur les loyers si elle utilise la voiture pour au moins 10 % de ses trajets.',
  'welcome.answer.2': 'Depuis 2020, la déduction est limitée à 50 %.',
  'welcome.answer.3': 'Tenez un carnet de bord, pour pouvoir montrer la part professionnelle.',
  'welcome.data': 'Où vont vos avis',
  'welcome.data.1': 'Ils restent sur cet ordinateur. Il n’y a pas de compte, et rien n’est envoyé.',
  'welcome.data.2':
    'Si votre équipe a un point de terminaison, indiquez-le dans les réglages. Vous voyez le premier envoi avant qu’il parte.',
  'welcome.data.3': 'Vous pouvez les exporter à tout moment : en lignes pour l’entraînement, ou pour les lire.',
  'welcome.settings': 'Ouvrir les réglages',
  'welcome.done': 'Commencer',
  'welcome.keys': 'Raccourci vers la prochaine réponse sans avis : {shortcut}',
};
