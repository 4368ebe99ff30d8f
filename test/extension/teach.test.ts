/** A site that nothing else can read is taught on the page, kept, carried as a file, and taken away again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { pages as words } from '../../lib/i18n/locales/en/pages.ts';
import { teach } from '../../lib/i18n/locales/en/teach.ts';
import { servePages, type ServedPages } from '../setup/pages.ts';
import { until } from '../setup/until.ts';
import { answersOf, call, demand, inspect, tabOf } from './ask.ts';
import { press, shownText } from './controls.ts';
import { launch, type Driven } from './launch.ts';
import { named, startingWith } from './names.ts';
import { pressIn } from './ours.ts';

const said = [
  ['Where does the ferry land?', 'At the old pier. <b>Bring a coat</b>: it is windy there.'],
  ['And when does it go back?', 'At six, and once more at nine.</p><p>On Sundays only at six.'],
  ['Can I take my bike?', 'Yes. It costs nothing.'],
];
/** Classes that a build made up, and nothing that grows: no name says who speaks. */
const turn = ([asked, told]: string[]) =>
  `<div class="x1n2onr6"><div class="k8d2a"><div class="q1w9z">${asked}</div></div><div class="k8d2a"><div class="m7r3p"><p>${told}</p></div></div></div>`;
const chat = (title: string, turns: string[][]) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>body{margin:0;font:15px/1.5 sans-serif}.x1n2onr6{max-width:640px;margin:24px auto}.k8d2a{margin:16px 0}.q1w9z{margin-left:200px;padding:8px 12px;background:#eef}
@media (prefers-color-scheme: dark){html{background:#16181d;color:#ddd}.q1w9z{background:#2a2f3a}}</style>
<nav style="height:90px"><a class="z4c8v" href="/gone">Home</a> <span class="z4c8v">Trips</span></nav><main class="b5n1j">${turns.map(turn).join('')}</main></html>`;
const framed = `<!doctype html><html lang="en"><title>Around</title><h1>A page around</h1><iframe src="/ferry" width="800" height="600"></iframe></html>`;

let site: ServedPages;
beforeAll(async () => {
  site = await servePages({
    '/ferry': chat('Ferry', said),
    '/other': chat('Other', [...said.slice(1), ['Is there food?', 'Only biscuits.']]),
    '/framed': framed,
  });
});
afterAll(() => site[Symbol.asyncDispose]());

const pressAt = async (page: Page, selector: string): Promise<void> => {
  const box = (await (await page.$(selector))!.boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + 10, { steps: 3 });
  await page.mouse.click(box.x + 20, box.y + 10);
};
const plain = (html: string) => html.replaceAll('</p><p>', '\n').replaceAll(/<[^>]+>/g, '');

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  let driven: Driven;
  beforeAll(async () => {
    driven = await launch(kind);
    await demand(driven, 'site.enable', { origin: site.origin });
  });
  afterAll(() => driven?.close());

  /** Starts the picker in a tab. */
  async function begin(path: string): Promise<{ page: Page; url: string; where: Parameters<typeof press>[0] }> {
    const url = `${site.origin}${path}`;
    const page = await driven.open(url);
    await demand(driven, 'page.teach', { tabId: await tabOf(driven, url) });
    const where = { kind, page, frame: page.mainFrame() };
    await until('the picker asks for an answer', async () => (await shownText(where)).includes(teach['teach.answer']));
    return { page, url, where };
  }

  test('nothing is found before it is taught', async () => {
    const url = `${site.origin}/ferry`;
    const page = await driven.open(url);
    await until('our script has looked', async () => (await inspect(driven, url)).length === 1);
    expect(await answersOf(driven, url)).toEqual([]);
    await page.close();
  });

  test('Escape leaves, and the page has noticed nothing', async () => {
    const { page, where } = await begin('/ferry');
    await page.evaluate(() => {
      Object.assign(globalThis, { noticed: [] as string[] });
      for (const type of ['click', 'mousedown', 'keydown'])
        document.addEventListener(type, () => (globalThis as unknown as { noticed: string[] }).noticed.push(type));
    });
    const before = await page.evaluate(() => document.body.outerHTML);
    await pressAt(page, 'nav a');
    await until('the picker asks for the question', async () => (await shownText(where)).includes(teach['teach.prompt']));
    await page.keyboard.press('Escape');
    await until('the picker is gone', async () => !(await shownText(where)).includes(teach['teach.prompt']));
    expect(await page.evaluate(() => (globalThis as unknown as { noticed: string[] }).noticed)).toEqual([]);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    expect(page.url()).toBe(`${site.origin}/ferry`);
    await page.close();
  });

  test('two clicks and Save: every answer is found at once, after a reload, and on other pages of the site', async () => {
    const { page, url, where } = await begin('/ferry');
    await pressAt(page, '.x1n2onr6:nth-child(2) .m7r3p p');
    await until('the picker asks for the question', async () => (await shownText(where)).includes(teach['teach.prompt']));
    await pressAt(page, '.x1n2onr6:nth-child(2) .q1w9z');
    await until('it says what it found', async () => (await shownText(where)).includes('3 answers and 3 questions'));
    await press(where, named(teach['teach.save']));
    await until('it is saved', async () => (await shownText(where)).includes(teach['teach.saved']));
    const check = async (at: string, turns: string[][]) => {
      const answers = await until(`the answers of ${at} are found`, async () => {
        const now = await answersOf(driven, at);
        return now.length === turns.length && now;
      });
      expect(answers.map(({ text, prompt }) => [prompt, text])).toEqual(turns.map(([asked, told]) => [asked, plain(told!)]));
      for (const { detectedBy } of answers)
        expect(detectedBy).toMatchObject({ kind: 'taught', id: expect.stringMatching(/^taught-127-0-0-1-\d+\/taught$/) });
    };
    await check(url, said);
    await page.reload();
    await check(url, said);
    await page.goto(`${site.origin}/other`);
    await check(`${site.origin}/other`, [...said.slice(1), ['Is there food?', 'Only biscuits.']]);
    await page.close();
  });

  test('by keyboard alone, in a page that shows it in a frame', async () => {
    const [before] = (await demand(driven, 'adapter.list', {})).own;
    await demand(driven, 'adapter.remove', { id: before!.adapter.id });
    const { page, url, where } = await begin('/framed');
    const frame = page.frames()[1]!;
    const inFrame = { kind, page, frame };
    // The frame is where the person goes on: the picker of the page around it leaves.
    const box = (await (await frame.$('.x1n2onr6 .m7r3p'))!.boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 10, { steps: 3 });
    await page.mouse.click(box.x + 20, box.y + 10);
    await until('the frame asks for the question', async () => (await shownText(inFrame)).includes(teach['teach.prompt']));
    await until('the page around does not', async () => !(await shownText(where)).includes(teach['teach.answer']));
    await page.mouse.move(box.x + 20, box.y + 10, { steps: 3 });
    // Out of the answer to its row, to the row before, and into the question.
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft', 'Enter'] as const) await page.keyboard.press(key);
    await until('it says what it found', async () => (await shownText(inFrame)).includes('3 answers and 3 questions'));
    await press(inFrame, named(teach['teach.save']));
    await until(
      'the answers in the frame are found',
      async () => (await answersOf(driven, url)).filter(({ detectedBy }) => detectedBy.kind === 'taught').length === 3,
    );
    await page.close();
  });

  test('what was taught is turned off, removed and brought back', async () => {
    const url = `${site.origin}/ferry`;
    const page = await driven.open(url);
    const found = (count: number) => until(`${count} answers are found`, async () => (await answersOf(driven, url)).length === count);
    await found(3);
    const [own] = (await demand(driven, 'adapter.list', {})).own;
    const { id } = own!.adapter;
    await demand(driven, 'adapter.turn', { id, on: false });
    await found(0);
    await demand(driven, 'adapter.turn', { id, on: true });
    await found(3);
    const { removed } = await demand(driven, 'adapter.remove', { id });
    await found(0);
    await demand(driven, 'adapter.restore', { own: removed });
    await found(3);
    await page.close();
  });

  describe('in the settings', () => {
    let page: Page;
    let folder: string;
    beforeAll(async () => {
      page = await driven.openOurs('options.html', { width: 1000, height: 900 });
      folder = await mkdtemp(join(tmpdir(), 'bluepencil-files-'));
    });
    afterAll(async () => {
      await page?.close();
      await rm(folder, { recursive: true, force: true });
    });
    const list = () => demand(driven, 'adapter.list', {});
    const says = (what: string) =>
      until(`the page says ${what}`, () => page.evaluate((words) => document.body.innerText.includes(words), what));
    const choose = async (name: string, content: unknown) => {
      const file = join(folder, name);
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
      const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
    };

    test('what was exported is what is here, and it imports again', async () => {
      const [own] = (await list()).own;
      await pressIn(page, named(words['adapters.exportAll']));
      const file = join(driven.downloads, 'bluepencil-adapters.json');
      const exported = await until('the file is there', async () => JSON.parse(await readFile(file, 'utf8')) as unknown);
      expect(exported).toEqual([own!.adapter]);
      await choose('again.json', exported);
      await pressIn(page, named(words['adapters.both']));
      await until('both are kept', async () => (await list()).own.length === 2);
      await pressIn(page, startingWith(words['adapters.removeOne'].replace('{site}', '')));
      await until('one is gone', async () => (await list()).own.length === 1);
      // Until then, the only control of this name is the field of the key for it.
      await says(words['adapters.removed'].replace('{site}', new URL(site.origin).host));
      await pressIn(page, named(words['options.undo']));
      await until('it is back', async () => (await list()).own.length === 2);
      await choose('again.json', exported);
      await pressIn(page, named(words['adapters.replace']));
      await until('it is the imported one', async () =>
        (await list()).own.some(({ source, adapter }) => source === 'imported' && adapter.id === own!.adapter.id),
      );
    });

    test('a bad adapter is refused by its field, with the reason and what to do, and nothing is stored', async () => {
      const before = await list();
      const good = before.own[0]!.adapter;
      const changed = (edit: (copy: { layouts: Record<string, unknown>[] }) => void) => {
        const copy = structuredClone(good) as never;
        edit(copy);
        return [{ ...good, id: 'fine' }, copy];
      };
      await choose(
        'list.json',
        changed(({ layouts }) => (layouts[0]!.answer = 'p')),
      );
      await says('“layouts[1].answer” should be [ … ]. Mend it in the file and import it again. Nothing was changed.');
      await choose(
        'selector.json',
        changed(({ layouts }) => (layouts[0]!.answer = [{ ...good.layouts[0]!.answer[0]!, select: 'p:has(' }])),
      );
      await says('“layouts[1].answer[1].select” is no selector that your browser understands.');
      await choose(
        'missing.json',
        changed((copy) => Reflect.deleteProperty(copy, 'layouts')),
      );
      await says('“layouts” is missing. Add it to the file and import it again.');
      await choose('broken.json', '{');
      await says('This file is no JSON, so nothing was imported.');
      expect(await list()).toEqual(before);
    });
  });

  test('only the script in a page saves what was taught there', async () => {
    const own = (await demand(driven, 'adapter.list', {})).own[0]!;
    expect(await call(driven, 'adapter.save', { adapter: own.adapter })).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});
