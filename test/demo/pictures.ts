/** `npm run pictures`: the README's pictures, taken while the real thing does the job, by day and by night. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setUp } from '../extension/desk.ts';
import { doTheJob } from './flow.ts';

const folder = join(import.meta.dirname, 'pictures');
const wanted: Record<string, string> = {
  '4-correcting': 'correcting',
  '5-reviewed': 'reviewed',
  '8-dashboard': 'dashboard',
};

await mkdir(folder, { recursive: true });
for (const scheme of ['light', 'dark'] as const) {
  await using desk = await setUp('chromium', { approved: false, size: { width: 1040, height: 900 } });
  await doTheJob(desk, null, {
    query: scheme === 'dark' ? 'dark' : '',
    say: () => {},
    async picture(name, page) {
      if (!wanted[name]) return;
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.screenshot({ path: `${join(folder, wanted[name])}-${scheme}.png` });
    },
  });
}
