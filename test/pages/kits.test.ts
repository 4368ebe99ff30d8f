/** Tools that people host themselves, known by their marks and read in Chromium, exactly; and pages without any mark. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Said } from './markup.ts';
import { hosted, unmarked } from './markupKits.ts';
import { lib, openReader, type Reader } from './reader.ts';

const entry = `
  import { findThread } from '${lib}/detect/find.ts';
  import { Growth } from '${lib}/detect/growth.ts';
  import { marked } from '${lib}/detect/marked.ts';
  import { openRoots } from '${lib}/detect/scan.ts';
  import { adapters } from '${lib}/sites/index.ts';
  import { mayFit } from '${lib}/sites/match.ts';
  const may = mayFit(new URL(location.href), adapters);
  globalThis.marks = () => marked(may, openRoots(document)).map(({ id }) => id);
  globalThis.thread = () => {
    const { thread } = findThread(document, may, new Growth());
    return {
      by: thread?.by ?? null,
      said: said(thread),
    };
  };
`;

let reader: Reader;
beforeAll(async () => {
  reader = await openReader(entry);
});
afterAll(() => reader?.close());

describe('tools without an address', () => {
  test.each(hosted)('$by: $what', async ({ by, url, html, said }) => {
    expect(await reader.ask<{ by: string; said: Said[] }>(url, html, 'thread()')).toEqual({ by, said });
    expect(await reader.ask<string[]>(url, html, 'marks()')).toEqual([by.split('/')[0]]);
  });

  test.each(unmarked)('no mark in $what', async ({ html }) => {
    expect(await reader.ask<string[]>('https://www.example.org/', html, 'marks()')).toEqual([]);
  });
});
