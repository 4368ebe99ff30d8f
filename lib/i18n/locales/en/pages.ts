/** Words of our own pages: popup, options, dashboard, side panel; and of errors that the background reports. */
export const pages = {
  'app.name': 'Bluepencil',

  // What went wrong: what happened, what is safe, what to do.
  'error.unexpected': 'Something went wrong in Bluepencil. What you saved is safe. Reload this page and try again. ({detail})',
  'error.reload': 'Reload',
  'error.bad-request':
    'This could not be saved: {field} is not as expected ({problem}). Nothing was changed. Reload the page and try again.',
  'error.endpoint-not-url': 'Endpoint: “{value}” is no web address. Enter the whole address, such as https://example.com/reviews.',
  'error.endpoint-not-https':
    'Endpoint: “{value}” is not encrypted. Use an address that begins with https://. Plain http is only for this computer, such as http://localhost:8080.',
  'error.endpoint-has-credentials':
    'Endpoint: the address holds a name or a password. Take them out of the address, and put a token in the field below.',
  'error.token-line-break': 'Token: it holds a line break, a tab or another invisible character. Copy the token again, as one line.',
  'error.token-not-ascii':
    'Token: it holds letters that a token cannot have. Copy it again, without quotation marks or dashes that a text program changed.',
  'error.token-empty': 'Token: it is blank. Enter the token, or choose “Remove token” if the endpoint needs none.',
  'error.no-destination': 'No endpoint is set yet. Enter one in the settings and save it first. Your reviews are safe on this computer.',
  'error.empty-correction':
    'Correction: it is empty. Write what the answer should have said, or restore the original. The answer and your other marks are unchanged.',
  'error.answer-missing': 'The answer of this review is not stored here yet. Reload the page that shows it and try again.',
  'error.revision-unknown': 'There is no revision {revision} to go back to. The review stays as it is.',
  'error.editor-unknown': 'This editor was opened without an answer. Close it and choose Correct beside the answer again.',
  'error.site-not-permitted':
    'Your browser does not let Bluepencil work on {origin} yet. Open Bluepencil on that site, turn it on, and choose “Allow” when the browser asks.',
  'error.export-broken':
    'The export was stopped: {file} would not be as its format asks ({problem}). Your reviews are unchanged. Reviews that it is about: {reviews}.',
  'error.newer-database':
    'Your reviews were saved by a newer version of Bluepencil, and this one leaves them untouched. Update Bluepencil in your browser, then try again.',
  'error.database-busy':
    'An older page of Bluepencil holds the reviews. They are safe. Close all Bluepencil pages or restart the browser, then try again.',
  'error.database-broken':
    'The browser could not open the reviews on this computer. Restart the browser and try again; if it stays so, check that the disk is well. ({detail})',
  'error.storage-full': 'The disk is full, so this was not saved. What you saved before is safe. Free some space and try again.',

  // What happened at the endpoint. Whatever it is, the reviews wait on this computer.
  'problem.offline':
    'The endpoint could not be reached. Check the connection and the address. Your reviews are safe here and go out later.',
  'problem.timeout': 'The endpoint took too long to answer. Your reviews are safe here; Bluepencil tries again.',
  'problem.unauthorized': 'The endpoint did not accept the token ({status}). Enter a valid token, save it, then send again. {detail}',
  'problem.forbidden':
    'The endpoint knows this token but does not let it store reviews ({status}). Ask whoever runs it, then send again. {detail}',
  'problem.not-found': 'There is nothing at this address that takes reviews ({status}). Check the endpoint’s address. {detail}',
  'problem.gone': 'The endpoint says that it is closed for good ({status}). Enter another one; your reviews are safe here. {detail}',
  'problem.busy': 'The endpoint is busy ({status}). Bluepencil waits and tries again. {detail}',
  'problem.server-error': 'The endpoint has a fault of its own ({status}). Your reviews are safe here; Bluepencil tries again. {detail}',
  'problem.redirected':
    'The endpoint points to another address. Bluepencil does not follow it, because your token would go along. Enter the final address.',
  'problem.not-json':
    'The endpoint answered with something that is no JSON, such as a login page. Check that the address takes reviews. {detail}',
  'problem.refused': 'The endpoint refused what was sent ({status}). It may expect another shape. {detail}',
  'problem.too-large': 'A review is too large for the endpoint ({status}). It stays here and can be exported. {detail}',
  'problem.no-permission':
    'Your browser does not let Bluepencil reach {detail} yet. Choose “Save” again and allow it when the browser asks.',
  'problem.incomplete-reply': 'The endpoint did not say which reviews it stored, so they stay here and are sent again. {detail}',

  'sync.none': 'Your reviews stay on this computer: no endpoint is set.',
  'sync.nothing': 'Nothing to send yet',
  'sync.all': 'All reviews sent',
  'sync.waiting': '{n} waiting',
  'sync.waitingSince': '{n} waiting, oldest {age}',
  'sync.rejected': '{n} refused by the endpoint',
  'sync.last': 'last sent {at}',
  'sync.next': 'next try {at}',
  'sync.sending': 'sending…',
  'sync.paused': 'paused',
  'sync.unseen': 'look at the first payload to let it go',
  'sync.test.works': 'It works: the endpoint answered as it should.',

  'popup.on': 'Review is on here.',
  'popup.off': 'Review is off here: nothing of this page is read.',
  'popup.noSite': 'Open a web page to review the AI answers on it. This page belongs to the browser.',
  'popup.looking': 'Looking…',
  'popup.silent': 'Reload the page to see its answers.',
  'popup.found': { one: '{n} AI answer found.', other: '{n} AI answers found.' },
  'popup.nothing': 'No finished AI answer on this page.',
  'popup.writing': { one: 'One more is being written.', other: '{n} more are being written.' },
  'popup.why': 'Why these?',
  'popup.whyNot': 'What was looked at?',
  'popup.refused': 'Without the permission Bluepencil cannot work on {site}. Turn it on again and choose “Allow” when the browser asks.',
  'popup.here': 'answers here',
  'popup.reviewedHere': 'reviewed here',
  'popup.all': 'reviews in all',
  'popup.where': 'Where your reviews are',
  'popup.dashboard': 'All reviews',
  'popup.panel': 'Side panel',
  'popup.settings': 'Settings',
} as const;
