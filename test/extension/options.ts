/** Options, as a person uses them. */
import type { Page } from 'puppeteer-core';
import { pages } from '../../lib/i18n/locales/en/pages.ts';
import { until } from '../setup/until.ts';
import { demand } from './ask.ts';
import { firstOf, type Desk } from './desk.ts';
import { named } from './names.ts';
import { pressIn } from './ours.ts';

/** Looks at the first payload and lets it go. Returns how many reviews are in it, and that the token is not. */
export async function approveFirstPayload(
  { driven }: Pick<Desk, 'driven'>,
  secret: string,
  picture: (name: string, page: Page) => Promise<void>,
): Promise<number> {
  const page = await driven.openOurs('options.html');
  await pressIn(page, named(pages['options.see']));
  const shown = await until('the payload is shown', () => page.evaluate(() => document.querySelector('.payload pre')?.textContent));
  if (shown.includes(secret)) throw new Error('The payload shows the token.');
  const { events } = JSON.parse(shown.slice(shown.indexOf('\n\n'))) as { events: unknown[] };
  await picture('6-first-payload', page);
  await pressIn(page, named(pages['options.send']));
  await until('the destination is approved', async () => firstOf(await demand(driven, 'sync.status', {})).destination.approved);
  await page.close();
  return events.length;
}
