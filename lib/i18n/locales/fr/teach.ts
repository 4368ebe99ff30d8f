/** French: see the English table. */
import type { Words } from '../../../model/words.ts';

export const teach: Words = {
  'teach.name': 'Apprendre ce site',
  'teach.answer': 'Cliquez sur une réponse d’IA.',
  'teach.prompt': 'Cliquez maintenant sur la question à laquelle elle répond.',
  'teach.keys': '{arrows} déplacer · {enter} choisir · {esc} quitter',
  'teach.noPrompt': 'Il n’y en a pas',
  'teach.cancel': 'Annuler',
  'teach.close': 'Fermer',
  'teach.answers': { one: '{n} réponse', other: '{n} réponses' },
  'teach.prompts': { one: '{n} question', other: '{n} questions' },
  'teach.found': 'Trouvé : {answers} et {prompts}.',
  'teach.foundAlone': 'Trouvé : {answers}.',
  'teach.right': 'Est-ce tout, et rien d’autre ?',
  'teach.narrower': 'Moins',
  'teach.wider': 'Plus',
  'teach.again': 'Recommencer',
  'teach.save': 'Enregistrer',
  'teach.saved': 'Enregistré. Bluepencil trouve désormais ainsi les réponses ici.',
  'teach.undo': 'Vous pouvez le retirer dans les réglages.',
  'teach.same':
    'Bluepencil ne peut pas distinguer ces deux-là. Cliquez de nouveau sur les mots d’une réponse, puis sur ceux d’une question.',
  'teach.inside': 'C’est la réponse elle-même. Cliquez sur la question qui la précède.',
  'teach.aimed': 'Sur : {words}',
  'teach.wordless': 'rien à lire',
};
