/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const keeping: Words = {
  'keeping.title': 'Aufbewahren und Löschen',
  'keeping.about':
    'Wie lange Antworten und Prüfungen auf diesem Computer bleiben, was nicht entfernt werden darf, und wie man endgültig löscht. „Prüfung löschen“ nimmt sie zurück; endgültiges Löschen entfernt sie samt ihrer Antwort.',
  'keeping.rule': 'Von selbst endgültig löschen',
  'keeping.never': 'Nie',
  'keeping.after': { one: 'Nach {n} Tag ohne Änderung', other: 'Nach {n} Tagen ohne Änderung' },
  'keeping.ruleHint': 'Wird einmal am Tag geprüft. Was gesendet wurde, bleibt beim Endpunkt, der seine eigene Regel hat.',
  'keeping.fixed': 'Das legt Ihre Richtlinie fest.',
  'keeping.when': 'Von dem, was so alt ist',
  'keeping.settled': 'bleibt, was noch zu senden ist',
  'keeping.sent': 'geht nur, was der Endpunkt hat',
  'keeping.always': 'geht alles, auch noch nicht Gesendetes',
  'keeping.held': 'Unter Löschsperre',
  'keeping.holdHint': 'Nichts davon wird entfernt, von niemandem und nicht von selbst, bis die Sperre aufgehoben ist.',
  'keeping.hold': 'Mit Löschsperre versehen',
  'keeping.holdConversation': 'Unterhaltung mit Löschsperre versehen',
  'keeping.wasHeld': 'Unter Löschsperre: {what}.',
  'keeping.release': 'Aufheben',
  'keeping.releaseOne': 'Löschsperre aufheben: {what}',
  'keeping.what': 'Was hier gespeichert ist',
  'keeping.all': { one: 'Alles: {n} Antwort', other: 'Alles: {n} Antworten' },
  'keeping.site': { one: '{site}: {n} Antwort', other: '{site}: {n} Antworten' },
  'hold.everything': 'alles',
  'hold.conversation': 'eine Unterhaltung auf {site}',
  'erase.ask': 'Endgültig löschen…',
  'erase.askAnswer': 'Diese Antwort endgültig löschen…',
  'erase.askConversation': 'Die Unterhaltung endgültig löschen…',
  'erase.askComparison': 'Diesen Vergleich endgültig löschen…',
  'erase.answer': {
    one: 'Diese Antwort wird entfernt, mit allen Prüfungen, Vergleichen und Entwürfen dazu.',
    other: 'Diese {n} Antworten werden entfernt, mit allen Prüfungen, Vergleichen und Entwürfen dazu.',
  },
  'erase.comparison': 'Dieser Vergleich wird entfernt. Seine Antworten bleiben, denn zu ihnen ist mehr gesagt.',
  'erase.conversation': {
    one: '{n} Antwort dieser Unterhaltung auf {site} wird entfernt, vom {since}, mit allen Prüfungen, Vergleichen und Entwürfen dazu.',
    other:
      '{n} Antworten dieser Unterhaltung auf {site} werden entfernt, vom {since} bis {until}, mit allen Prüfungen, Vergleichen und Entwürfen dazu.',
  },
  'erase.site': {
    one: '{n} Antwort von {site} wird entfernt, vom {since}, mit allen Prüfungen, Vergleichen und Entwürfen dazu.',
    other: '{n} Antworten von {site} werden entfernt, vom {since} bis {until}, mit allen Prüfungen, Vergleichen und Entwürfen dazu.',
  },
  'erase.everything': {
    one: 'Alles wird entfernt: {n} Antwort, vom {since}, mit allen Prüfungen, Vergleichen und Entwürfen dazu.',
    other: 'Alles wird entfernt: {n} Antworten, vom {since} bis {until}, mit allen Prüfungen, Vergleichen und Entwürfen dazu.',
  },
  'erase.final': 'Das lässt sich nicht zurückholen, außer aus einer vorher gemachten Sicherung.',
  'erase.told': 'Ihr Endpunkt bekommt gesagt, dass er vergessen soll, was er davon hat.',
  'erase.settings':
    'Einstellungen, Seitenadapter und das Protokoll bleiben. Das Protokoll sagt, dass etwas entfernt wurde, nicht was darin stand.',
  'erase.fresh': 'Die Dateien der Datenbank werden neu angelegt.',
  'erase.remnants':
    'Bluepencil kann es danach nicht mehr lesen. Spuren können in Dateien des Browsers bleiben, bis er sie aufräumt; wird alles gelöscht, entstehen diese Dateien neu.',
  'erase.none': 'Hier gibt es nichts zu löschen.',
  'erase.held': 'Unter Löschsperre: {what}. Darum wird nichts entfernt. Eine eigene Sperre lässt sich in den Einstellungen aufheben.',
  'erase.do': { one: '{n} Antwort endgültig löschen', other: '{n} Antworten endgültig löschen' },
  'erase.doComparison': 'Den Vergleich endgültig löschen',
  'erase.keep': 'Behalten',
  'erase.waiting': { one: '{n} Antwort wird in zehn Sekunden gelöscht.', other: '{n} Antworten werden in zehn Sekunden gelöscht.' },
  'erase.waitingComparison': 'Der Vergleich wird in zehn Sekunden gelöscht.',
  'erase.undo': 'Rückgängig',
  'erase.now': 'Sofort löschen',
  'erase.busy': 'Wird gelöscht…',
  'erase.done': { one: '{n} Antwort wurde endgültig gelöscht.', other: '{n} Antworten wurden endgültig gelöscht.' },
  'erase.doneComparison': 'Der Vergleich wurde endgültig gelöscht.',
  'erase.kept': {
    one: '{n} bleibt: Der Vergleich betrifft etwas unter Löschsperre.',
    other: '{n} bleiben: Die Vergleiche betreffen etwas unter Löschsperre.',
  },
  'error.erase-held':
    'Das steht unter Löschsperre, darum wurde nichts entfernt. Eine eigene Sperre lässt sich in den Einstellungen aufheben.',
  'error.keeping-fixed': 'Ihre Richtlinie sagt, wie lange Prüfungen aufbewahrt werden; darum wurde nichts geändert.',
};
