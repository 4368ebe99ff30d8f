/** What opens beside an answer once there is something in it holds the accessibility rules: by day, by night, and from right to left. */
import { expect, test } from 'vitest';
import { text } from '../../lib/i18n/text.ts';
import * as beside from '../look/beside.ts';
import { openScene, schemes } from '../look/scene.ts';
import { until } from '../setup/until.ts';
import { demand } from './ask.ts';
import { boxesOf, press } from './controls.ts';
import { startingWith } from './names.ts';
import { outsideIn, violationsIn } from './overlayStates.ts';

test.for(schemes)('a flag’s card, everybody to escalate to, and two versions: %s', { timeout: 120_000 }, async (scheme) => {
  await using scene = await openScene(scheme);
  const chat = await scene.openChat(beside.wide);
  const { page } = chat;
  const [tall] = chat.ids as [string, string];
  const holds = async (name: string): Promise<void> => {
    expect(await violationsIn(chat, scheme === 'dark' ? 'dark' : 'light'), name).toEqual([]);
    expect(await outsideIn(chat), name).toEqual([]);
  };

  const [answer] = await chat.answers();
  const span = beside.spanOf(answer!.text, scene.talk.passages.alone);
  await chat.act(tall, {
    kind: 'flag',
    flag: { id: 'f1', category: 'invented-source', severity: 'critical', span, note: scene.talk.note },
  });
  const number = await chat.box('.number');
  await page.mouse.move(number.x + 12, number.y + 12);
  await chat.box('.flag-card');
  await holds('flag card');
  await beside.away(chat);

  await demand(scene.driven, 'policy.set', { policy: beside.strict });
  await chat.act(tall, { kind: 'escalate', to: beside.strict.escalateTo[2]!, reason: '' });
  await chat.reveal(tall);
  await page.keyboard.press('e');
  await until('everybody is in the menu', async () => (await boxesOf(chat, '.panel.menu .row')).length === beside.strict.escalateTo.length);
  await holds('escalate menu');
  await page.keyboard.press('Escape');
  await demand(scene.driven, 'policy.set', { policy: null });

  await page.click('.aui-assistant-action-bar-root button:nth-of-type(2)');
  const again = await until('the other version is there', async () => {
    const last = (await chat.answers()).at(-1)!;
    return last.id !== chat.ids[1] && last.state === 'final' && last.controls && last.id;
  });
  await chat.reveal(again);
  await page.keyboard.press('m');
  await press(chat, startingWith(text('rail.compare')));
  await chat.box('.panel.compare button:focus');
  await holds('versions');
});
