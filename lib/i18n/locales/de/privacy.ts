/** German: see the English table. */
import type { Words } from '../../../model/words.ts';

export const privacy: Words = {
  'error.pattern-syntax':
    'Muster „{label}“: An Zeichen {at} fehlt etwas oder steht falsch, etwa eine Klammer. Korrigieren Sie es und speichern Sie erneut; nichts wurde geändert.',
  'error.pattern-unknown':
    'Muster „{label}“: Was an Zeichen {at} steht, gibt es hier nicht. Möglich sind Buchstaben, Klassen wie \\d oder [A-Z], Gruppen, | und Anzahlen. Nichts wurde geändert.',
  'error.pattern-big':
    'Muster „{label}“: Es steht für zu viele Fälle. Kürzen Sie es oder verkleinern Sie die Anzahlen. Nichts wurde geändert.',
  'error.pattern-empty':
    'Muster „{label}“: Es würde nichts finden. Schreiben Sie mindestens ein Zeichen, das vorkommen muss. Nichts wurde geändert.',
  'error.privacy-fixed': 'Eine Richtlinie legt fest, was hier maskiert wird; nichts wurde geändert. Fragen Sie, wer sie betreut.',
  'error.mask-words': 'Verbergen lassen sich nur Wörter von 1 bis {most} Zeichen. Wählen Sie einen kürzeren Teil; nichts wurde geändert.',
  'privacy.title': 'Datenschutz',
  'privacy.about':
    'Persönliche Daten in Prompts, Antworten, Korrekturen und Notizen werden ersetzt, bevor sie diesen Computer verlassen. Was hier gespeichert ist, bleibt, wie es ist.',
  'privacy.send': 'Gesendetes maskieren',
  'privacy.sendHint':
    'Eine E-Mail-Adresse geht als [EMAIL_1] hinaus, und dieselbe ist in der ganzen Unterhaltung [EMAIL_1]. Ihr Name als Prüfer bleibt.',
  'privacy.sendOff': 'Aus: Prüfungen werden mit allen persönlichen Daten darin gesendet.',
  'privacy.kinds': 'Wonach gesucht wird',
  'privacy.kind.hidden': 'Von Hand verborgen',
  'privacy.kind.private-key': 'Private Schlüssel',
  'privacy.kind.credentials': 'Passwörter in Webadressen',
  'privacy.kind.jwt': 'Anmeldetoken',
  'privacy.kind.api-key': 'API-Schlüssel',
  'privacy.kind.iban': 'Bankkonten (IBAN)',
  'privacy.kind.card': 'Zahlungskarten',
  'privacy.kind.national-id': 'Staatliche Personennummern',
  'privacy.kind.email': 'E-Mail-Adressen',
  'privacy.kind.ip': 'IP-Adressen',
  'privacy.kind.phone': 'Telefonnummern',
  'privacy.kind.own': 'Eigene Muster',
  'privacy.kind.word': 'Eigene Wörter',
  'privacy.regions': 'Länder der Telefonnummern',
  'privacy.regionsHint': 'Je zwei Buchstaben, etwa DE, AT: Deren Nummern werden auch ohne + gefunden.',
  'privacy.regionsWrong': '„{value}“ ist kein Land aus zwei Buchstaben. Schreiben Sie es wie DE; nichts wurde geändert.',
  'privacy.wordsHint': 'Namen und Wörter, die nicht hinaus dürfen, je eine Zeile.',
  'privacy.ownHint': 'Je eine Zeile: ein Name, ein Doppelpunkt und ein Muster, etwa Kunde: CUST-\\d+',
  'privacy.ownWrong': '„{value}“: Schreiben Sie einen Namen, einen Doppelpunkt und ein Muster. Nichts wurde geändert.',
  'privacy.allowed': 'Nie maskieren',
  'privacy.allowedHint': 'Adressen, Nummern und Wörter, die hinaus dürfen, je eine Zeile.',
  'privacy.by.organisation': 'Ihre Organisation legt fest, was maskiert wird.',
  'privacy.by.person': 'Die von Ihnen importierte Richtlinie legt fest, was maskiert wird.',
  'privacy.by.wrong': 'Die Richtlinie Ihrer Organisation ist nicht lesbar, darum wird alles maskiert.',
  'privacy.stored': 'Es wird auch maskiert, bevor es hier gespeichert wird, und lässt sich nicht zurückholen.',
  'privacy.here': 'In dieser Anfrage maskiert',
  'privacy.hereNone': 'Nichts gefunden, das nach persönlichen Daten aussieht.',
  'privacy.off': 'Die Maskierung ist aus: Dies geht hinaus, wie es ist.',
  'privacy.unmask': 'Unmaskiert senden',
  'privacy.unmaskNamed': 'Unmaskiert senden: {value}',
  'privacy.asIs': 'Unmaskiert gesendet',
  'privacy.mask': 'Maskieren',
  'privacy.maskNamed': 'Maskieren: {value}',
  'privacy.more': 'Mehr verbergen',
  'privacy.moreHint':
    'Wählen Sie oben Wörter aus oder tippen Sie sie. Sie werden ab jetzt in allen Texten dieser Unterhaltungen verborgen.',
  'privacy.hide': 'Verbergen',
  'privacy.hideNone':
    '„{words}“ steht nicht als ganze Wörter in einem Text, der hinausgeht. Es ist vermerkt und wird verborgen, falls es kommt.',
  'privacy.export': 'Persönliche Daten maskieren',
  'privacy.exportHint': 'Mit denselben Platzhaltern wie im Gesendeten.',
  'privacy.exportOff': 'Aus: Die Dateien enthalten alle persönlichen Daten der Prüfungen.',
  'privacy.didMask': 'In diesen Dateien maskiert',
  'privacy.didNone': 'In dem, was diese Dateien enthalten, wurde nichts gefunden, das nach persönlichen Daten aussieht.',
};
