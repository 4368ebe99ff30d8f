/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const teach: Words = {
  'teach.name': 'Diese Website beibringen',
  'teach.answer': 'Auf eine KI-Antwort klicken.',
  'teach.prompt': 'Jetzt auf die Frage dazu klicken.',
  'teach.keys': '{arrows} bewegen · {enter} wählen · {esc} verlassen',
  'teach.noPrompt': 'Es gibt keine',
  'teach.cancel': 'Abbrechen',
  'teach.close': 'Schließen',
  'teach.answers': { one: '{n} Antwort', other: '{n} Antworten' },
  'teach.prompts': { one: '{n} Frage', other: '{n} Fragen' },
  'teach.found': 'Gefunden: {answers} und {prompts}.',
  'teach.foundAlone': 'Gefunden: {answers}.',
  'teach.right': 'Sind das alle und nichts anderes?',
  'teach.narrower': 'Weniger',
  'teach.wider': 'Mehr',
  'teach.again': 'Neu wählen',
  'teach.save': 'Speichern',
  'teach.saved': 'Gespeichert. Bluepencil findet Antworten hier ab jetzt so.',
  'teach.undo': 'In den Einstellungen lässt es sich entfernen.',
  'teach.same':
    'Bluepencil kann die beiden nicht unterscheiden. Noch einmal auf die Wörter einer Antwort klicken, dann auf die einer Frage.',
  'teach.inside': 'Das ist die Antwort selbst. Auf die Frage davor klicken.',
  'teach.aimed': 'Auf: {words}',
  'teach.wordless': 'nichts zu lesen',
};
