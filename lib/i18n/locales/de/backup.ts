/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const backup: Words = {
  'backup.title': 'Sicherung',
  'backup.about':
    'Eine Datei mit allem: Bewertungen, Antworten, Entwürfe, Einstellungen und das Protokoll. Zugangstoken sind nie darin. Beim Wiederherstellen kommt dazu, was fehlt; nichts wird überschrieben.',
  'backup.save': 'Sicherung speichern',
  'backup.protect': 'Mit einem Passwort schützen',
  'backup.passphrase': 'Passwort',
  'backup.passphraseHint': 'Ohne es kann niemand die Datei öffnen. Wenn Sie es vergessen, auch Sie nicht.',
  'backup.restore': 'Aus Datei wiederherstellen…',
  'backup.saving': 'Wird gespeichert…',
  'backup.reading': 'Datei wird geprüft…',
  'backup.bringing': 'Wird wiederhergestellt…',
  'backup.stop': 'Anhalten',
  'backup.saved': 'An die Downloads Ihres Browsers übergeben: {size}.',
  'backup.locked': 'Diese Sicherung ist geschützt.',
  'backup.open': 'Öffnen',
  'backup.holds': { one: 'Die Sicherung vom {at} enthält {n} Bewertung.', other: 'Die Sicherung vom {at} enthält {n} Bewertungen.' },
  'backup.fresh': { one: '{n} ist hier neu.', other: '{n} sind hier neu.' },
  'backup.changed': { one: '{n} sagt mehr als hier. Beides bleibt erhalten.', other: '{n} sagen mehr als hier. Beides bleibt erhalten.' },
  'backup.drafts': { one: '{n} Entwurf kommt dazu.', other: '{n} Entwürfe kommen dazu.' },
  'backup.adapters': { one: '{n} Seitenadapter kommt dazu.', other: '{n} Seitenadapter kommen dazu.' },
  'backup.settings': 'Ihre Einstellungen kommen ebenfalls zurück. Zugangstoken müssen neu eingegeben werden.',
  'backup.nothing': 'Alles darin ist schon hier.',
  'backup.bring': 'Wiederherstellen',
  'backup.leave': 'Jetzt nicht',
  'backup.close': 'Schließen',
  'backup.done': { one: 'Wiederhergestellt: {n} Bewertung.', other: 'Wiederhergestellt: {n} Bewertungen.' },
  'backup.doneOther': 'Wiederhergestellt.',
  'backup.stopped': 'Angehalten. Was bisher kam, ist vollständig; dieselbe Datei bringt den Rest.',
  'error.backup-empty': 'Die Datei ist leer. Nichts wurde geändert.',
  'error.backup-not-ours': 'Das ist keine Sicherung von Bluepencil. Nichts wurde geändert.',
  'error.backup-newer-file':
    'Diese Datei stammt von einer neueren Version von Bluepencil. Erst aktualisieren, dann wiederherstellen. Nichts wurde geändert.',
  'error.backup-newer-database':
    'Diese Sicherung kommt aus einer neueren Version von Bluepencil. Erst aktualisieren, dann wiederherstellen. Nichts wurde geändert.',
  'error.backup-passphrase': 'Das Passwort passt nicht zu dieser Datei.',
  'error.backup-damaged':
    'Die Datei ist beschädigt: Sie ist nicht mehr so, wie sie geschrieben wurde. Nichts wurde geändert. Versuchen Sie eine andere Kopie.',
  'error.backup-cut':
    'Die Datei ist abgeschnitten: Ihr Ende fehlt oder ist beschädigt. Nichts wurde geändert. Versuchen Sie eine andere Kopie.',
  'error.backup-order':
    'Die Teile dieser Datei stehen in einer anderen Reihenfolge als geschrieben. Nichts wurde geändert. Versuchen Sie eine andere Kopie.',
  'error.backup-line': 'Eine Zeile der Datei ist länger als {max} MB; das kommt in keiner Sicherung vor. Nichts wurde geändert.',
  'error.backup-bomb':
    'Die Datei wird beim Entpacken {times}-mal so groß, was bei keiner Sicherung vorkommt. Sie wurde nicht weiter gelesen. Nichts wurde geändert.',
  'error.backup-record': 'Zeile {line} der Datei ist kein Eintrag von Bluepencil ({problem}). Nichts wurde geändert.',
  'error.backup-unreadable': 'Die Datei ist nicht mehr lesbar. Wählen Sie sie noch einmal. Nichts wurde geändert.',
  'backup.takes':
    'Aus einer Sicherung, einem Export im Format „Bluepencil JSONL“ oder einem Datensatz (JSON-Zeilen, JSON, CSV, Parquet): Seine Antworten warten dann im Dashboard auf Bewertung.',
  'backup.rows': { one: 'Die Datei enthält {n} Antwort zum Bewerten.', other: 'Die Datei enthält {n} Antworten zum Bewerten.' },
  'backup.queue': 'Sie kommen als Entwürfe mit dem Schlagwort „{tag}“ ins Dashboard. Gesendet wird nichts, bevor Sie es bewerten.',
  'error.dataset-json': 'Zeile {row} ist kein JSON ({detail}). Nichts wurde geändert.',
  'error.dataset-field': 'Zeile {row}: „{field}“ muss {expected} sein. Nichts wurde geändert.',
  'error.dataset-answer': 'Zeile {row} hat keine Antwort. Sie steht in einem dieser Felder: {fields}. Nichts wurde geändert.',
  'error.dataset-large':
    'Eine Datei, die eine einzige JSON-Liste ist, darf {max} MB haben. Speichern Sie sie als JSON-Zeilen. Nichts wurde geändert.',
  'error.dataset-unknown':
    'Das ist weder eine Sicherung noch ein Export noch ein Datensatz in JSON-Zeilen, JSON, CSV oder Parquet. Nichts wurde geändert.',
  'error.dataset-parquet':
    'Diese Parquet-Datei lässt sich nicht lesen ({detail}). Mit Snappy, Zstandard oder gar nicht gepackte lassen sich lesen. Nichts wurde geändert.',
  'error.dataset-group':
    'In dieser Parquet-Datei hat eine Zeilengruppe mehr als {max} MB oder mehr als eine Million Zeilen. Speichern Sie sie mit kleineren Gruppen. Nichts wurde geändert.',
};
