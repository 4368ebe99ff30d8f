/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const tabs: Words = {
  'twice.heading': 'Auch in einem anderen Tab geändert',
  'twice.here': 'Gilt jetzt',
  'twice.there': 'Im anderen Tab',
  'twice.headingBackup': 'In der Sicherung steht hier etwas anderes',
  'twice.thereBackup': 'In der Sicherung',
  'twice.headingComputer': 'An einem anderen Computer hast du hier etwas anderes gesagt',
  'twice.thereComputer': 'Am anderen Computer',
  'twice.keep': 'Dies behalten',
  'twice.take': 'Jenes behalten',
  'twice.nothing': 'Nichts',
  'private.saved': 'Gesichert, bis private Fenster schließen',
  'private.panel':
    'Privates Fenster: Was hier geprüft wird, steht nur im Arbeitsspeicher und ist weg, sobald das letzte private Fenster schließt. Es steht in keiner Liste, keiner Sicherung und keinem Export und wird nirgendwohin gesendet.',
  'private.dashboard':
    'Privates Fenster: Was in privaten Fenstern geprüft wird, bleibt allein im Speicher. Es steht nicht in dieser Liste und lässt sich nicht exportieren, denn ein Browser kann eine Datei in sein Profil schreiben, bevor er sie herausgibt. Die anderen Prüfungen zeigt ein gewöhnliches Fenster.',
  'error.private-full':
    'Für Prüfungen aus privaten Fenstern ist kein Platz mehr, deshalb wurde dies nicht gesichert. Was vorher gesichert wurde, ist noch da. Private Fenster schließen schafft Platz.',
};
