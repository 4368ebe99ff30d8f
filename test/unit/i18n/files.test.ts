import { describe, expect, test } from 'vitest';
import { wordFiles } from '../../../lib/i18n/files.ts';
import { languages } from '../../../lib/i18n/languages.ts';
import { manifest } from '../../../lib/platform/manifest.ts';

const files = new Map(wordFiles().map(({ relativeDest, contents }) => [relativeDest, JSON.parse(contents)]));
const asked = [...JSON.stringify(manifest('chromium', false)).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name ?? '');

test('each language but English has a file of words', () => {
  const wanted = languages.filter((language) => language !== 'en').map((language) => `locales/${language}.json`);
  expect([...files.keys()].filter((name) => name.startsWith('locales/')).toSorted()).toEqual(wanted.toSorted());
  expect(files.get('locales/de.json').overlay.saved).toBe('Gespeichert');
});

// With an underscore, as browsers want them.
describe.each(['en', 'de', 'fr', 'es', 'pt_BR', 'ja', 'zh_CN', 'ar'])('_locales/%s', (folder) => {
  const messages = files.get(`_locales/${folder}/messages.json`);

  test('says all that the manifest asks for', () => {
    expect(asked.length).toBeGreaterThan(2);
    for (const name of asked) expect(messages[name]?.message, name).toMatch(/\p{L}/u);
    // Nothing in it is filled: a dollar would begin a placeholder.
    expect(JSON.stringify(messages)).not.toContain('$');
  });

  test('describes us in at most 132 characters, all that Chrome’s store takes', () => {
    expect(messages.description.message.length).toBeLessThanOrEqual(132);
  });
});
