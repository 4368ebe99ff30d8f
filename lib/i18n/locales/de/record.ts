/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const record: Words = {
  'dashboard.record': 'Protokoll',
  'record.title': 'Protokoll: was getan wurde',
  'record.lead':
    'Jede Prüfung, jede Entscheidung, jeder Export und jede Einstellung ist hier ein Eintrag, gebunden an den davor. Wird später einer geändert, fällt es auf.',
  'record.verify': 'Überprüfen',
  'record.save': 'Protokoll speichern',
  'record.saved': 'An die Downloads des Browsers übergeben. Wer die Datei hat, kann sie auch prüfen: npm run audit:verify.',
  'record.checking': { one: 'Wird geprüft … {n} Eintrag', other: 'Wird geprüft … {n} Einträge' },
  'record.failed': 'Das Protokoll konnte nicht geprüft werden: {problem}',
  'record.intact': { one: 'Unversehrt: {n} Eintrag seit {at}', other: 'Unversehrt: {n} Einträge seit {at}' },
  'record.trouble.unreadable': 'Nicht unversehrt: Eintrag {seq} ist nicht mehr so zu lesen, wie er geschrieben wurde.',
  'record.trouble.changed': 'Nicht unversehrt: Eintrag {seq} wurde nach dem Schreiben geändert.',
  'record.trouble.missing': 'Nicht unversehrt: Vor Eintrag {seq} fehlt etwas.',
  'record.trouble.order': 'Nicht unversehrt: Eintrag {seq} steht an einer anderen Stelle als beim Schreiben.',
  'record.trouble.duplicate': 'Nicht unversehrt: Eintrag {seq} kommt zweimal vor.',
  'record.trouble.unlinked': 'Nicht unversehrt: Eintrag {seq} folgt nicht aus dem davor, also wurde einer der beiden ersetzt.',
  'record.trouble.cut': 'Nicht unversehrt: Das Ende fehlt, ab Eintrag {seq}.',
  'record.trouble.replaced': 'Nicht unversehrt: Eintrag {seq} ist ein anderer als der, der notiert wurde.',
  'record.trouble.signed-otherwise':
    'Nicht unversehrt: Ein Endpunkt hat einen anderen Eintrag {seq} gegengezeichnet als den, der hier steht.',
  'record.pieces': 'Nicht aus einem Stück: Bei Eintrag {seq} begann das Protokoll neu.',
  'record.at': 'Zuerst gefunden in Zeile {line}.',
  'record.troubles': { one: 'An {n} Stelle stimmt etwas nicht.', other: 'An {n} Stellen stimmt etwas nicht.' },
  'record.holes': 'Fehlende Einträge: {list}.',
  'record.reset': 'Bei Eintrag {seq} begann das Protokoll neu, am {at}: Das davor ließ sich nicht fortsetzen.',
  'record.lost': {
    one: 'Eintrag {seq} sagt, dass hier zuvor ein anderes Protokoll war, mit mindestens {n} Eintrag.',
    other: 'Eintrag {seq} sagt, dass hier zuvor ein anderes Protokoll war, mit mindestens {n} Einträgen.',
  },
  'record.badReceipts': {
    one: '{n} Gegenzeichnung ist ungültig, in Eintrag {list}.',
    other: '{n} Gegenzeichnungen sind ungültig, in den Einträgen {list}.',
  },
  'record.anchor': 'Von einem Endpunkt gegengezeichnet bis Eintrag {seq}, am {at}. Sein Schlüssel: {key}',
  'record.tail': {
    one: 'Für den {n} Eintrag danach bürgt nur dieser Computer.',
    other: 'Für die {n} Einträge danach bürgt nur dieser Computer.',
  },
  'record.noAnchor': 'Kein Endpunkt hat es gegengezeichnet. Wer diesen Computer beherrscht, könnte alles neu schreiben.',
  'record.last': 'Letzter Eintrag',
  'record.lastHint': 'An anderer Stelle notieren: Damit lässt sich später zeigen, dass bis hierher nichts geändert wurde.',
  'record.contents': 'Gespeicherte Prüfungen',
  'record.content.same': { one: 'Die {n} Fassung sagt, was notiert wurde.', other: 'Alle {n} Fassungen sagen, was notiert wurde.' },
  'record.content.none': 'Noch keine, von der ein Eintrag spricht.',
  'record.content.changed': {
    one: '{n} gespeicherte Prüfung ist nicht so, wie sie notiert wurde: Sie oder ihre Antwort wurde von außen geändert.',
    other: '{n} gespeicherte Prüfungen sind nicht so, wie sie notiert wurden: Sie oder ihre Antworten wurden von außen geändert.',
  },
  'record.content.missing': {
    one: '{n} Prüfung ist weg, und kein Eintrag sagt, dass sie gelöscht wurde.',
    other: '{n} Prüfungen sind weg, und kein Eintrag sagt, dass sie gelöscht wurden.',
  },
  'record.content.unnoted': {
    one: '{n} Fassung ist gespeichert, von der kein Eintrag spricht.',
    other: '{n} Fassungen sind gespeichert, von denen kein Eintrag spricht.',
  },
  'record.proves': 'Was es beweist',
  'record.can':
    'Es zeigt Einträge, die geändert, entfernt, verschoben oder eingefügt wurden, und Prüfungen, die nicht mehr sagen, was notiert wurde. Es enthält keinen Text, nur Hashwerte davon, die ihren Sinn verlieren, wenn der Text gelöscht wird.',
  'record.cannot':
    'Allein kann es nicht zeigen, dass jemand, der diesen Computer beherrscht, alles neu geschrieben oder das Ende abgeschnitten hat. Gegenzeichnungen eines Endpunkts oder ein anderswo notierter letzter Eintrag können es.',
};
