/** Words for reviews that are changed in several tabs, and for private windows. */
export const tabs = {
  'twice.heading': 'You changed this in another tab too',
  'twice.here': 'Counts now',
  'twice.there': 'In the other tab',
  'twice.headingBackup': 'The backup says something else here',
  'twice.thereBackup': 'In the backup',
  'twice.headingComputer': 'On another computer you said something else here',
  'twice.thereComputer': 'On the other computer',
  'twice.keep': 'Keep this',
  'twice.take': 'Keep that',
  'twice.nothing': 'Nothing',
  'private.saved': 'Saved until private windows close',
  'private.panel':
    'Private window: what you review here is kept in memory alone and is gone when the last private window closes. It is in no list, backup or export, and is sent nowhere.',
  'private.dashboard':
    'Private window: what you review in private windows is kept in memory alone. It is not listed here and cannot be exported, since a browser may write a file to its profile before it hands it over. Your other reviews are shown in an ordinary window.',
  'error.private-full':
    'There is no more room for reviews of private windows, so this was not saved. What you saved before is still here. Close the private windows to make room.',
};
