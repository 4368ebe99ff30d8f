/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const health: Words = {
  'health.reviews': 'Prüfungen',
  'health.drafts': { one: '{n} Entwurf', other: '{n} Entwürfe' },
  'health.size': 'Belegt',
  'health.room': '{size} frei',
  'health.lost':
    '{at}: Die Datenbank war beschädigt, und eine leere wurde begonnen. Die letzte Sicherung wiederherstellen: Alles darin kommt zurück.',
  'health.newer':
    'Eine neuere Version von Bluepencil hat diese Prüfungen gespeichert. Diese zeigt, exportiert und sichert sie und ändert nichts. Bluepencil aktualisieren, um weiter zu prüfen.',
  'health.unread': { one: '{n} davon ist hier nicht lesbar.', other: '{n} davon sind hier nicht lesbar.' },
  'health.see': 'Was nicht zu lesen war',
  'health.first': {
    one: 'Nur {n} ist zu sehen; die Datei enthält alle.',
    other: 'Nur die ersten {n} sind zu sehen; die Datei enthält alle.',
  },
  'health.unmasked': {
    one: 'Die Regeln verlangen maskierte gespeicherte Texte: {n} frühere Antwort steht noch aus.',
    other: 'Die Regeln verlangen maskierte gespeicherte Texte: {n} frühere Antworten stehen noch aus.',
  },
  'broken.title': 'Die Prüfungen lassen sich nicht öffnen',
  'broken.fold': 'Wenn sich Prüfungen nicht öffnen lassen',
  'broken.about': 'Es wurde nichts gelöscht. Diese Schritte der Reihe nach gehen.',
  'broken.restart': 'Den Browser neu starten und nachsehen, ob seine Festplatte Platz hat und gesund ist. Oft ist das alles.',
  'broken.saveAbout':
    'Sichern, was sich noch lesen lässt, Zeile für Zeile. Die Datei ist eine Sicherung und lässt sich wie jede andere wiederherstellen.',
  'broken.save': 'Lesbares sichern',
  'broken.saving': 'Lesbares wird gelesen…',
  'broken.saved': {
    one: 'An die Downloads des Browsers gegeben: {n} Zeile, alles, was da ist.',
    other: 'An die Downloads des Browsers gegeben: {n} Zeilen, alles, was da ist.',
  },
  'broken.savedPart': {
    one: 'An die Downloads des Browsers gegeben: {n} Zeile. Andere waren nicht lesbar.',
    other: 'An die Downloads des Browsers gegeben: {n} Zeilen. Andere waren nicht lesbar.',
  },
  'broken.none': 'Es lässt sich nichts mehr lesen, deshalb gibt es keine Datei. Bitte eine frühere Sicherung suchen.',
  'broken.anewAbout':
    'Neu beginnen: Die Datenbank wird mit Prüfungen, Einstellungen und Token gelöscht, an ihre Stelle tritt eine leere. Das neue Protokoll sagt das. Was Endpunkte und Sicherungen haben, bleibt.',
  'broken.anew': 'Neu beginnen',
  'broken.waiting': 'Die Datenbank wird in zehn Sekunden gelöscht.',
  'broken.done': 'Neu begonnen. Unten die letzte Sicherung wiederherstellen: Alles darin kommt zurück.',
  'broken.failed': 'Der Browser konnte seine Datenbank nicht löschen. {detail}',
};
