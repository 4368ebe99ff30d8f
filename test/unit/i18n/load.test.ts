import { afterEach, expect, test, vi } from 'vitest';
import { speakAs, speechOf } from '../../../lib/i18n/load.ts';
import { en } from '../../../lib/i18n/locales/en/index.ts';
import { locale, text } from '../../../lib/i18n/text.ts';

afterEach(() => vi.unstubAllGlobals());
const serve = (reply: () => Response): string[] => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve().then(reply);
  });
  return asked;
};

test('English needs no file', async () => {
  const asked = serve(() => Response.error());
  expect(await speakAs('en-GB')).toBe(en);
  expect([locale(), text('saved'), asked]).toEqual(['en-GB', 'Saved', []]);
});

test('another language is read from its file; until it is there English is spoken', async () => {
  const asked = serve(() => Response.json({ overlay: { saved: 'Gespeichert' } }));
  const reading = speakAs('de-AT');
  expect([locale(), text('saved')]).toEqual(['en', 'Saved']);
  const tables = await reading;
  expect([locale(), text('saved'), asked]).toEqual(['de-AT', 'Gespeichert', ['/locales/de.json']]);
  expect(speechOf(tables, ['overlay', 'editor'])).toEqual({
    locale: 'de-AT',
    words: { ...en.overlay, saved: 'Gespeichert', ...en.editor },
  });
});

test('a file that cannot be read leaves English', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  serve(() => new Response('<html>'));
  expect(await speakAs('ja')).toBe(en);
  expect([locale(), text('saved')]).toEqual(['en', 'Saved']);
  expect(said).toHaveBeenCalledOnce();
});
