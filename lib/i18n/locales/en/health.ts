/** How the reviews are kept in this browser. */
export const health = {
  'health.reviews': 'Reviews',
  'health.drafts': { one: '{n} draft', other: '{n} drafts' },
  'health.size': 'In use',
  'health.room': '{size} free',
  'health.lost': '{at}: the database was damaged, and an empty one was begun. Restore your last backup, and everything in it comes back.',
  'health.newer':
    'A newer version of Bluepencil saved these reviews. This one shows, exports and backs them up, and changes nothing. Update Bluepencil to go on reviewing.',
  'health.unread': { one: '{n} of them cannot be read here.', other: '{n} of them cannot be read here.' },
  'health.see': 'What could not be read',
  'health.first': { one: 'Only {n} is shown; the file has all of them.', other: 'Only the first {n} are shown; the file has all of them.' },
  'health.unmasked': {
    one: 'The policy wants stored texts masked: {n} answer from before is still to come.',
    other: 'The policy wants stored texts masked: {n} answers from before are still to come.',
  },
  'broken.title': 'Your reviews do not open',
  'broken.fold': 'If reviews do not open',
  'broken.about': 'Nothing has been deleted. Go through these steps in their order.',
  'broken.restart': 'Restart the browser, and see that its disk has room and is well. Often that is all.',
  'broken.saveAbout': 'Save what can still be read, row by row. The file is a backup: it can be restored like any other.',
  'broken.save': 'Save what can be read',
  'broken.saving': 'Reading what can be read…',
  'broken.saved': {
    one: 'Given to your browser’s downloads: {n} row, all that there is.',
    other: 'Given to your browser’s downloads: {n} rows, all that there are.',
  },
  'broken.savedPart': {
    one: 'Given to your browser’s downloads: {n} row. Others could not be read.',
    other: 'Given to your browser’s downloads: {n} rows. Others could not be read.',
  },
  'broken.none': 'Nothing can be read any more, so there is no file. Look for an earlier backup.',
  'broken.anewAbout':
    'Begin anew: the database is deleted with reviews, settings and tokens, and an empty one takes its place. The new record says so. What endpoints and backups have stays.',
  'broken.anew': 'Begin anew',
  'broken.waiting': 'The database is deleted in ten seconds.',
  'broken.done': 'Begun anew. Restore your last backup below, and everything in it comes back.',
  'broken.failed': 'The browser could not delete its database. {detail}',
};
