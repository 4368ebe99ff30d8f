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

/** `forTests` widens `host_permissions`, so that a driven browser shows no permission dialog; nothing else may differ. */
export function manifest(browser: string, forTests: boolean) {
  const chromium = browser !== 'firefox';
  return {
    name: 'Bluepencil',
    description: 'Review AI answers where you read them: flag, correct, rate, and keep every review.',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'activeTab', 'contextMenus', ...(chromium ? ['sidePanel'] : [])],
    host_permissions: forTests ? ['<all_urls>'] : builtInHosts,
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    web_accessible_resources: [{ resources: ['editor.html'], matches: ['<all_urls>'], ...(chromium ? { use_dynamic_url: true } : {}) }],
    commands: {
      'focus-next': { suggested_key: { default: 'Alt+Shift+P' }, description: 'Focus the next answer without a review' },
    },
    ...(chromium
      ? { minimum_chrome_version: '138' }
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
