/** Each layout that no saved page shows, read by its adapter in Chromium, exactly. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markups, type Said } from './markup.ts';
import { blocks, results } from './markupBlocks.ts';
import { chats } from './markupChats.ts';
import { lib, openReader, type Reader } from './reader.ts';

const entry = `
  import { adapted } from '${lib}/detect/adapted.ts';
  import { openRoots } from '${lib}/detect/scan.ts';
  import { adapters } from '${lib}/sites/index.ts';
  import { adaptersFor } from '${lib}/sites/match.ts';
  globalThis.thread = () => {
    const found = adapted(openRoots(document), adaptersFor(new URL(location.href), adapters));
    return {
      by: found?.by ?? null,
      surface: found?.surface,
      said: said(found),
    };
  };
`;

let reader: Reader;
beforeAll(async () => {
  reader = await openReader(entry);
});
afterAll(() => reader?.close());

/** What the adapters of an address find in markup that is served there. */
const threadOf = (url: string, html: string) => reader.ask<{ by: string | null; surface?: string; said: Said[] }>(url, html, 'thread()');

describe('read by its adapter', () => {
  test.each([...markups, ...chats, ...blocks])('$by: $what', async ({ by, url, html, said, surface }) => {
    expect(await threadOf(url, html)).toEqual({ by, said, ...(surface ? { surface } : {}) });
  });

  test.each([...new Set(blocks.map(({ url }) => url))])('nothing among the results alone: %s', async (url) => {
    expect(await threadOf(url, `<main><ol><li>${results}</li><li>${results}</li></ol></main>`)).toEqual({ by: null, said: [] });
  });
});
