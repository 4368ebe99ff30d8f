/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const feedback: Words = {
  'feedback.last': 'Bitte korrigiere deine letzte Antwort.',
  'feedback.to': 'Bitte korrigiere deine Antwort auf „{quote}“:',
  'feedback.beginning': 'Bitte korrigiere deine Antwort, die mit „{quote}“ beginnt:',
  'feedback.whole': 'Die Antwort als Ganzes: {what}',
  'feedback.noted': '{category}: {note}',
  'feedback.corrected': 'So soll sie lauten:',
  'feedback.old': 'Statt:',
  'feedback.new': 'schreibe:',
  'feedback.after': 'Nach:',
  'feedback.add': 'füge an:',
  'feedback.first': 'Beginne mit:',
  'feedback.leaveOut': 'Lass das weg:',
  'feedback.leftOut': {
    one: '({n} weiterer Punkt fehlt hier, damit es kurz bleibt.)',
    other: '({n} weitere Punkte fehlen hier, damit es kurz bleibt.)',
  },

  'feedback.send': 'Meine Korrekturen an das Modell senden',
  'feedback.sendAll': 'Korrekturen aller {n} Antworten senden',
  'feedback.copy': 'Kopieren',
  'feedback.copyLong': 'Meine Korrekturen kopieren',
  'feedback.drafted': 'Entworfen. Senden, sobald es passt.',
  'feedback.copied': 'Kopiert.',
  'feedback.noComposer': 'Hier ist kein Textfeld. Stattdessen kopiert.',
  'feedback.notInserted': 'Das Textfeld nahm es nicht an. Stattdessen kopiert.',
  'feedback.notCopied': 'Es ließ sich nicht kopieren.',
  'feedback.nothing': 'Noch nichts zu senden: zuerst etwas markieren, korrigieren oder notieren.',
};
