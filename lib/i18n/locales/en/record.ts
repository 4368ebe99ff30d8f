/** Words of the record: the page that checks it, and the command line that checks its file. */
export const record = {
  'dashboard.record': 'Record',
  'record.title': 'Record of what was done',
  'record.lead':
    'Every review, decision, export and setting is one entry here, bound to the entry before it. A later change to any of them shows.',
  'record.verify': 'Verify',
  'record.save': 'Save the record',
  'record.saved': 'Given to your browser’s downloads. Whoever has the file can check it too: npm run audit:verify.',
  'record.checking': { one: 'Checking… {n} entry', other: 'Checking… {n} entries' },
  'record.failed': 'The record could not be checked: {problem}',
  'record.intact': { one: 'Intact: {n} entry since {at}', other: 'Intact: {n} entries since {at}' },
  'record.trouble.unreadable': 'Not intact: entry {seq} cannot be read as it was written.',
  'record.trouble.changed': 'Not intact: entry {seq} was changed after it was written.',
  'record.trouble.missing': 'Not intact: what came before entry {seq} is missing.',
  'record.trouble.order': 'Not intact: entry {seq} stands in another place than it was written in.',
  'record.trouble.duplicate': 'Not intact: entry {seq} is there twice.',
  'record.trouble.unlinked': 'Not intact: entry {seq} does not follow from the one before it, so one of the two was replaced.',
  'record.trouble.cut': 'Not intact: the end is missing, from entry {seq} on.',
  'record.trouble.replaced': 'Not intact: entry {seq} is another one than was noted.',
  'record.trouble.signed-otherwise': 'Not intact: an endpoint countersigned another entry {seq} than the one that is here.',
  'record.pieces': 'Not in one piece: at entry {seq} the record began anew.',
  'record.at': 'First found in line {line}.',
  'record.troubles': { one: 'Something is wrong in {n} place.', other: 'Something is wrong in {n} places.' },
  'record.holes': 'Missing entries: {list}.',
  'record.reset': 'At entry {seq} the record began anew, on {at}: what came before could not be continued.',
  'record.lost': {
    one: 'Entry {seq} says that another record was here before, of at least {n} entry.',
    other: 'Entry {seq} says that another record was here before, of at least {n} entries.',
  },
  'record.badReceipts': {
    one: '{n} countersignature is not valid, in entry {list}.',
    other: '{n} countersignatures are not valid, in entries {list}.',
  },
  'record.anchor': 'Countersigned by an endpoint up to entry {seq}, on {at}. Its key: {key}',
  'record.tail': {
    one: 'For the {n} entry after that only this computer vouches.',
    other: 'For the {n} entries after that only this computer vouches.',
  },
  'record.noAnchor': 'No endpoint has countersigned it. Whoever controls this computer could write all of it anew.',
  'record.last': 'Last entry',
  'record.lastHint': 'Note it somewhere else: with it you can show later that nothing up to here was changed.',
  'record.contents': 'Stored reviews',
  'record.content.same': { one: 'The {n} revision says what was noted.', other: 'All {n} revisions say what was noted.' },
  'record.content.none': 'None yet that an entry speaks of.',
  'record.content.changed': {
    one: '{n} stored review is not as it was noted: it, or its answer, was changed from outside.',
    other: '{n} stored reviews are not as they were noted: they, or their answers, were changed from outside.',
  },
  'record.content.missing': {
    one: '{n} review is gone, and no entry says that it was erased.',
    other: '{n} reviews are gone, and no entry says that they were erased.',
  },
  'record.content.unnoted': {
    one: '{n} revision is stored that no entry speaks of.',
    other: '{n} revisions are stored that no entry speaks of.',
  },
  'record.proves': 'What it proves',
  'record.can':
    'It shows entries that were changed, taken out, moved or put in, and reviews that no longer say what was noted. It holds no text: only hashes of it, which lose their meaning when you erase the text.',
  'record.cannot':
    'By itself it cannot show that the whole was written anew, or that its end was cut off, by somebody who controls this computer. Countersignatures of an endpoint, or a last entry noted elsewhere, can.',
};
