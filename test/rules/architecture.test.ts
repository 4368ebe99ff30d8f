/** Who may import whom (the README's map of folders draws the same), and where the dangerous things may stand. */
import { describe, expect, test } from 'vitest';
import { sources, walk } from './sources.ts';

const all = sources('lib', 'components', 'entrypoints');

/** Folder → what it may import. A package is named as it is; `dom` packages and types are not listed. */
const allowed: Record<string, string[]> = {
  'lib/model': ['type:hast'],
  'lib/schema': ['lib/model', 'zod', 'type:lib/messaging', 'type:hast'],
  'lib/sites': ['lib/model'],
  'lib/markdown': [
    'lib/model',
    'hast-util-to-mdast',
    'mdast-util-to-markdown',
    'mdast-util-gfm',
    'mdast-util-math',
    // `visible` parses; `build.test.ts` says where that must not be.
    'mdast-util-from-markdown',
    'micromark-extension-gfm',
    'micromark-extension-math',
    'type:hast',
    'type:mdast',
  ],
  'lib/anchor': ['lib/model', 'diff'],
  'lib/capture': ['lib/model', '@noble/hashes', 'type:hast'],
  'lib/evidence': ['lib/model'],
  'lib/detect': ['lib/model', 'lib/sites', 'lib/capture', 'type:hast'],
  'lib/overlay': ['lib/model', 'lib/anchor'],
  'lib/audit': ['lib/model', '@noble/hashes'],
  // The file alone: which tables it holds is told by whoever writes or reads it.
  'lib/backup': ['lib/model', 'lib/schema', '@noble/hashes'],
  // Reads files of others; who restores what comes of it is told by the page.
  'lib/dataset': ['lib/model', 'lib/capture', 'hyparquet', 'fzstd'],
  'lib/review': ['lib/model'],
  // The message is made of the model alone; the page's composer may stand in a closed root.
  'lib/feedback': ['lib/model', 'lib/capture', 'diff'],
  'lib/store': ['lib/model', 'lib/schema', 'lib/review', 'lib/audit', 'idb', 'zod', '@noble/hashes'],
  'lib/sync': ['lib/model', 'lib/schema', 'lib/store', 'lib/privacy', 'zod', '@noble/hashes', 'aws4fetch'],
  'lib/export': ['lib/model', 'lib/schema', 'lib/markdown', 'lib/privacy', '@noble/hashes', 'hyparquet-writer'],
  'lib/i18n': ['lib/model'],
  'lib/oversight': ['lib/model'],
  // A policy's own patterns are read where it is: one that is wrong is a fault of the policy.
  'lib/settings': ['lib/model', 'lib/schema', 'lib/privacy'],
  // The numbering plans of phones come in as a port.
  'lib/privacy': ['lib/model'],
  'lib/platform': ['wxt/browser'],
  'lib/messaging': ['lib/model', 'lib/platform', 'lib/i18n', 'type:hast'],
  components: [
    'lib/model',
    'lib/review',
    'lib/i18n',
    'components',
    'preact',
    '@preact/signals',
    'diff',
    '@tanstack/virtual-core',
    // The preview of a correction; `build.test.ts` says where else they must not be.
    'mdast-util-from-markdown',
    'mdast-util-gfm',
    'mdast-util-math',
    'micromark-extension-gfm',
    'micromark-extension-math',
    'type:mdast',
  ],
};

const folderOf = (path: string): string => (path.startsWith('lib/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? ''));
const packageOf = (from: string): string =>
  (from.startsWith('@') ? from.split('/').slice(0, 2) : from === 'wxt/browser' ? [from] : from.split('/').slice(0, 1)).join('/');
const nameOf = (from: string): string => (/^(lib|components|entrypoints|test)\//.test(from) ? folderOf(from) : packageOf(from));

describe('who may import whom', () => {
  test.each(all.map((source) => [source.path, source] as const))('%s', (_, { path, imports }) => {
    const mine = folderOf(path);
    if (mine === 'entrypoints' || mine === 'lib/cli') return;
    const rules = allowed[mine];
    expect(rules, `${mine} has no rule: add it to the table with its reason`).toBeDefined();
    const wrong = imports
      .map(({ from, typeOnly }) => ({ from, name: nameOf(from), typeOnly }))
      .filter(({ name, typeOnly }) => name !== mine && !rules?.includes(name) && !(typeOnly && rules?.includes(`type:${name}`)));
    expect(wrong.map(({ from }) => from)).toEqual([]);
  });

  test('nothing imports an entrypoint', () => {
    const wrong = all.filter(({ path, imports }) =>
      imports.some(({ from }) => from.startsWith('entrypoints/') && folderOf(path) !== 'entrypoints'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('there are no cycles between files', () => {
    const edges = new Map(all.map(({ path, imports }) => [path, imports.filter(({ typeOnly }) => !typeOnly).map(({ from }) => from)]));
    const done = new Set<string>();
    const visit = (path: string, trail: string[]): void => {
      expect(trail, 'a cycle').not.toContain(path);
      if (done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of edges.keys()) visit(path, []);
  });
});

describe('dangerous things stand in one place', () => {
  const using = (pattern: RegExp) => all.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);

  test('the extension API is used in platform, messaging and entrypoints only', () => {
    const wrong = all.filter(
      ({ path, imports }) =>
        imports.some(({ from }) => /wxt\/browser|lib\/platform\/browser/.test(from)) &&
        !/^(lib\/(platform|messaging)|entrypoints)\//.test(path),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(
      using(/\b(chrome|browser)\.(runtime|storage|tabs|alarms|scripting|permissions)\b/).filter(
        (path) => !/^(lib\/(platform|messaging)|entrypoints)\//.test(path),
      ),
    ).toEqual([]);
  });

  test('only connectors fetch, and the page that checks an image when a person asked it to; words are read from a file of ours', () => {
    const calls: string[] = [];
    for (const { path, program } of all) {
      walk(program, (node) => {
        const callee = node.callee as
          | { type?: string; name?: string; object?: { name?: string }; property?: { name?: string } }
          | undefined;
        const bare = callee?.type === 'Identifier' && callee.name === 'fetch';
        const global = callee?.property?.name === 'fetch' && /^(globalThis|window|self)$/.test(callee.object?.name ?? '');
        if (node.type === 'CallExpression' && (bare || global)) calls.push(path);
      });
    }
    expect(
      calls.filter((path) => !path.startsWith('lib/sync/connectors/') && !['entrypoints/image/load.ts', 'lib/i18n/load.ts'].includes(path)),
    ).toEqual([]);
  });

  test('nobody writes markup as a string, and nobody evaluates text', () => {
    expect(using(/\b(inner|outer)HTML\b\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(/)).toEqual(
      [],
    );
  });

  test('file names say what is inside', () => {
    expect(all.map(({ path }) => path).filter((path) => /(^|\/)(utils?|helpers?|common|misc|managers?)(\.|\/)/i.test(path))).toEqual([]);
  });

  test('files are at most 200 lines', () => {
    const long = all
      .filter(({ path, text }) => !path.includes('/locales/') && text.split('\n').length > 201)
      .map(({ path, text }) => `${path} ${text.split('\n').length - 1}`);
    expect(long).toEqual([]);
  });
});

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
