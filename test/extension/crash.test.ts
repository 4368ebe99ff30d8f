/** "Saved" means saved: the browser is killed at that moment, and the review is there after the restart and reaches the endpoint. */
import { describe, expect, test } from 'vitest';
import { overlay } from '../../lib/i18n/locales/en/overlay.ts';
import type { Review } from '../../lib/model/review.ts';
import { until } from '../setup/until.ts';
import { demand, records } from './ask.ts';
import { pressBeside, shownText } from './controls.ts';
import { allFinal, drained, openChat, setUp } from './desk.ts';
import { named } from './names.ts';
import { launch, type Kind } from './launch.ts';

describe.each<Kind>(['chromium', 'firefox'])('%s', (kind) => {
  test('a review survives SIGKILL right after "Saved"', async () => {
    const desk = await setUp(kind);
    try {
      const chat = await openChat(desk, 'assistant-ui');
      const [first] = await allFinal(chat, 2);
      await pressBeside(chat, first!.id, named(overlay['rail.up']));
      await until('"Saved" is shown', async () => (await shownText(chat)).includes(overlay.saved));
      await desk.driven.kill();

      desk.driven = await launch(kind, { profile: desk.driven.profile });
      expect(await records<Review>(desk.driven, 'reviews')).toMatchObject([{ answerId: first!.id, rating: 1, status: 'final' }]);
      expect((await demand(desk.driven, 'sync.status', {})).status.waiting).toBe(1);
      await drained(desk);
      expect((await desk.endpoint.stored()).map(({ answer }) => answer.id)).toEqual([first!.id]);
    } finally {
      await desk[Symbol.asyncDispose]();
    }
  });
});
