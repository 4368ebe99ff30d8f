// @vitest-environment happy-dom
/** The page's words and acts: nothing is fetched before the click, each kind of mark has its claim, a check changes what is said. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ImageCheck, type ImageCheckProps } from '../../../../components/image/ImageCheck.tsx';
import type { SignatureView } from '../../../../components/image/Signature.tsx';
import { sourceOf } from '../../../../entrypoints/image/load.ts';
import { pages } from '../../../../lib/i18n/locales/en/pages.ts';
import { speak } from '../../../../lib/i18n/text.ts';
import { mark, type MarkKind } from '../../../../lib/evidence/image/marks.ts';

let root: HTMLElement;
beforeEach(() => {
  speak('en', pages);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  await act(() => render(null, root));
  root.remove();
});

async function show(props: Partial<ImageCheckProps>) {
  const given = {
    step: 'choose' as const,
    host: 'example.com',
    shown: null,
    problem: null,
    onAllow: vi.fn(),
    onFile: vi.fn(),
    onVerify: vi.fn(),
    ...props,
  };
  await act(() => render(<ImageCheck {...given} />, root));
  return given;
}
const press = (words: string) => act(() => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click());
const shown = (kind: MarkKind | null, signature: SignatureView | null = null) => ({
  step: 'shown' as const,
  shown: {
    name: 'a.png',
    picture: 'blob:x',
    about: 'PNG, 1 kB',
    marks: kind ? [mark(kind, 'declared', 'image-test@2026-01-02', 'the snippet')] : [],
    signature,
  },
});
const checked = {
  state: 'valid' as const,
  issuer: 'Painters Inc',
  signer: null,
  signedAt: null,
  tool: 'Painter',
  made: 'ai' as const,
  actions: ['c2pa.created'],
  problems: [],
};

test('a host is named before it is asked, and asked only by the button', async () => {
  const { onAllow } = await show({ step: 'ask' });
  expect(root.textContent).toContain('example.com');
  expect(onAllow).not.toHaveBeenCalled();
  await press(pages['image.allow']);
  expect(onAllow).toHaveBeenCalledOnce();
});

test.each<MarkKind>([
  'credentials',
  'credentials-ai',
  'credentials-human',
  'credentials-elsewhere',
  'declared-ai',
  'declared-human',
  'declared-maybe',
  'declared-suspected',
  'credit',
])('%s has its claim, its meaning, its snippet and its rule', async (kind) => {
  await show(shown(kind));
  expect(root.textContent).toContain(pages[`image.claim.${kind}`]);
  expect(root.textContent).toContain(pages[`image.means.${kind}`]);
  expect(root.querySelector('pre')?.textContent).toBe('the snippet');
  expect(root.textContent).toContain('image-test');
  expect(root.textContent).not.toMatch(/\bverified\b(?<!not verified)/);
});

test('no marks prove nothing', async () => {
  await show(shown(null));
  expect(root.textContent).toContain(pages['image.noneMeans']);
});

test('the issuer is named as the one who says so only after a valid check', async () => {
  const { onVerify } = await show(shown('credentials-ai', { step: 'open' }));
  expect(root.textContent).toContain(pages['image.status.open']);
  expect(root.textContent).not.toContain('Painters Inc');
  await press(pages['image.verify']);
  expect(onVerify).toHaveBeenCalledOnce();

  await show(shown('credentials-ai', { step: 'done', checked }));
  expect(root.textContent).toContain('Signed: made or edited with AI, says Painters Inc.');
  expect(root.textContent).toContain(pages['image.status.valid']);

  await show(shown('credentials-ai', { step: 'done', checked: { ...checked, state: 'unknown' } }));
  expect(root.textContent).not.toContain('says Painters Inc');
  expect(root.textContent).toContain(pages['image.status.unknown']);

  await show(
    shown('credentials-ai', { step: 'done', checked: { ...checked, state: 'invalid', problems: ['assertion.dataHash.mismatch'] } }),
  );
  expect(root.textContent).toContain('assertion.dataHash.mismatch');
  expect(root.textContent).toContain(pages['image.status.invalid']);
});

test('a file that is dropped anywhere is taken, and the browser does not open it', async () => {
  const { onFile } = await show({});
  const file = new File(['x'], 'a.png');
  const drop = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files: [file] } });
  await act(() => void dispatchEvent(drop));
  expect(onFile).toHaveBeenCalledWith(file);
  expect(drop.defaultPrevented).toBe(true);
});

test('what an address of an image is', () => {
  expect(sourceOf(null)).toBe(null);
  expect(sourceOf('https://example.com:8443/a.png?b#c')).toMatchObject({ kind: 'host', origin: 'https://example.com:8443' });
  expect(sourceOf('data:image/png;base64,AAAA')).toMatchObject({ kind: 'inline' });
  for (const src of [
    `data:image/png;base64,${'A'.repeat(300_000)}`,
    'blob:https://example.com/1',
    'file:///a.png',
    'javascript:alert(1)',
    'a b',
  ])
    expect(sourceOf(src)).toEqual({ kind: 'page' });
});
