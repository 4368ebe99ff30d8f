/** Words of what a person gives back to the model: the message itself, and how it went. */
export const feedback = {
  // The message. It speaks as the person does, to the model that wrote the answers.
  'feedback.last': 'Please correct your last answer.',
  'feedback.to': 'Please correct your answer to “{quote}”:',
  'feedback.beginning': 'Please correct your answer that begins “{quote}”:',
  'feedback.whole': 'The answer as a whole: {what}',
  'feedback.noted': '{category}: {note}',
  'feedback.corrected': 'This is how it should read:',
  // What is quoted below is to be replaced by what is quoted after.
  'feedback.old': 'Instead of this:',
  'feedback.new': 'write this:',
  'feedback.after': 'After this:',
  'feedback.add': 'add this:',
  'feedback.first': 'Begin with this:',
  'feedback.leaveOut': 'Leave this out:',
  'feedback.leftOut': {
    one: '({n} more point is left out here, to keep this short.)',
    other: '({n} more points are left out here, to keep this short.)',
  },

  // The buttons, and how it went.
  'feedback.send': 'Send my corrections to the model',
  'feedback.sendAll': 'Send the corrections of all {n} answers',
  'feedback.copy': 'Copy',
  'feedback.copyLong': 'Copy my corrections',
  'feedback.drafted': 'Drafted. Send it when you like.',
  'feedback.copied': 'Copied.',
  'feedback.noComposer': 'No text box found here. Copied instead.',
  'feedback.notInserted': 'The text box did not take it. Copied instead.',
  'feedback.notCopied': 'It could not be copied.',
  'feedback.nothing': 'Nothing to send yet: flag, correct or note something first.',
} as const;
