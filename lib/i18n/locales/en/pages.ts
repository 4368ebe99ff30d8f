/** Words of our own pages: popup, options, dashboard, side panel; and of errors that the background reports. */
export const pages = {
  'app.name': 'Bluepencil',
} as const;
