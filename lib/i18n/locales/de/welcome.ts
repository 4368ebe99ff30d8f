/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const welcome: Words = {
  'welcome.title': 'Willkommen bei Bluepencil',
  'welcome.lead': 'KI-Antworten dort prüfen, wo man sie liest. Drei kurze Schritte, und es kann losgehen.',
  'welcome.step': '{n} von 3',
  'welcome.sites': 'Wo geprüft wird',
  'welcome.sitesAbout':
    'Diese sind von Anfang an eingeschaltet. Ausschalten, was nicht gewünscht ist: Dort läuft dann nichts von Bluepencil.',
  'welcome.sitesMore': 'Jeder andere Chat: öffnen, in der Symbolleiste auf das Symbol von Bluepencil klicken und einschalten.',
  'welcome.try': 'Hier ausprobieren',
  'welcome.tryAbout':
    'Auf die Antwort zeigen und einen Daumen drücken. Oder die falschen Wörter auswählen und 1 drücken. Das ist ein Beispiel: Nichts davon wird aufgehoben.',
  'welcome.tried': 'Das ist schon eine ganze Prüfung. Alles Weitere ist freiwillig.',
  'welcome.prompt': 'Kann ich für ein geleastes Auto die Vorsteuer abziehen?',
  'welcome.answer.1':
    'Ja. Ein Unternehmen kann die Vorsteuer aus den Leasingraten abziehen, wenn es das Auto für mindestens 10 % der Fahrten nutzt.',
  'welcome.answer.2': 'Seit 2020 ist der Abzug auf 50 % begrenzt.',
  'welcome.answer.3': 'Führen Sie ein Fahrtenbuch, um zeigen zu können, wie viel davon geschäftlich war.',
  'welcome.data': 'Wohin die Prüfungen gehen',
  'welcome.data.1': 'Sie bleiben auf diesem Computer. Es gibt kein Konto, und nichts wird irgendwohin gesendet.',
  'welcome.data.2': 'Hat das Team einen Endpunkt, gehört er in die Einstellungen. Die erste Sendung ist zu sehen, bevor sie hinausgeht.',
  'welcome.data.3': 'Exportieren geht jederzeit: als Zeilen zum Trainieren oder zum Lesen.',
  'welcome.settings': 'Einstellungen öffnen',
  'welcome.done': 'Los geht’s',
  'welcome.keys': 'Kurztaste zur nächsten Antwort ohne Prüfung: {shortcut}',
};
