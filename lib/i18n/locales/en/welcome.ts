/** Words of the first minutes. */
export const welcome = {
  'welcome.title': 'Welcome to Bluepencil',
  'welcome.lead': 'Review AI answers where you read them. Three short steps, and you are done.',
  'welcome.step': '{n} of 3',
  'welcome.sites': 'Where to review',
  'welcome.sitesAbout': 'These are on from the start. Turn off what you do not want: then nothing of Bluepencil runs there.',
  'welcome.sitesMore': 'Any other chat: open it, click the Bluepencil icon in the toolbar, and turn it on.',
  'welcome.try': 'Try it here',
  'welcome.tryAbout':
    'Point at the answer and press a thumb. Or select the words that are wrong and press 1. This is a sample: nothing of it is kept.',
  'welcome.tried': 'That is a whole review. Everything beyond it is up to you.',
  'welcome.prompt': 'Can I claim VAT back on a leased car?',
  'welcome.answer.1': 'Yes. A business can deduct the input VAT on the leasing rates if it uses the car for at least 10 % of its trips.',
  'welcome.answer.2': 'The deduction has been limited to 50 % since 2020.',
  'welcome.answer.3': 'Keep a driving log, so that you can show how much of it was for the business.',
  'welcome.data': 'Where your reviews go',
  'welcome.data.1': 'They stay on this computer. There is no account, and nothing is sent anywhere.',
  'welcome.data.2': 'If your team has an endpoint, set it in the settings. You see the first payload before it leaves.',
  'welcome.data.3': 'At any time you can export them: as rows for training, or to read.',
  'welcome.settings': 'Open the settings',
  'welcome.done': 'Start',
  'welcome.keys': 'Shortcut to the next answer without a review: {shortcut}',
} as const;
