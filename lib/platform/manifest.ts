/** The manifest as each browser gets it. Permissions are frozen: one more disables the extension until each person accepts. */

/** Chat tools that are on from the start. */
export const builtInHosts = [
  'https://chatgpt.com/*',
  'https://chat.openai.com/*',
  'https://claude.ai/*',
  'https://gemini.google.com/*',
  'https://copilot.microsoft.com/*',
  'https://m365.cloud.microsoft/*',
  'https://www.perplexity.ai/*',
];

/** Asked for when reviews are to go into the downloads. */
const optional = ['downloads'];

/** `__MSG_…__` stand in `_locales`, which the build writes (`lib/i18n/files.ts`). `forTests` grants what is asked for else, so that a driven browser shows no permission dialog; nothing else may differ. */
export function manifest(browser: string, forTests: boolean) {
  const chromium = browser !== 'firefox';
  return {
    name: 'Bluepencil',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'activeTab',
      'contextMenus',
      ...(chromium ? ['sidePanel'] : []),
      ...(forTests ? optional : []),
    ],
    optional_permissions: optional,
    host_permissions: forTests ? ['<all_urls>'] : builtInHosts,
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    web_accessible_resources: [{ resources: ['editor.html'], matches: ['<all_urls>'], ...(chromium ? { use_dynamic_url: true } : {}) }],
    // As by default, and WebAssembly: the reader of Content Credentials is compiled to it. No script from elsewhere, nothing evaluated.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    // Not Alt+Shift with P, C, W, X or Z: Chromium has those for groups of tabs, and then sets none for us.
    commands: {
      'focus-next': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_focusNext__' },
      'review-selection': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_reviewSelection__' },
    },
    ...(chromium
      ? // Without the schema Chromium hands no policy to the extension; Firefox needs none and warns of it.
        { minimum_chrome_version: '138', storage: { managed_schema: 'managed.json' } }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'bluepencil@bluepencil.dev',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none' as const] },
            },
          },
        }),
  };
}
