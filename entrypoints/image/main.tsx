/** The page that checks an image. It reads nothing before the person chose it, and checks no signature before they ask. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/image/image.css';
import { ImageCheck, type ImageCheckProps, type Shown } from '../../components/image/ImageCheck.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { scanImage } from '../../lib/evidence/image/scan.ts';
import { speakInPage } from '../../lib/i18n/load.ts';
import { size } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import { browser } from '../../lib/platform/browser.ts';
import { askForHost } from '../../lib/platform/permission.ts';
import { permitted } from '../../lib/platform/scripts.ts';
import { fetchImage, LoadProblem, mimeOf, readImageFile, sourceOf } from './load.ts';
import { verify } from './verify.ts';

await speakInPage(document, browser.i18n.getUILanguage());
document.title = text('image.title');

const step = signal<ImageCheckProps['step']>('choose');
const shown = signal<Shown | null>(null);
const problem = signal<string | null>(null);
const source = sourceOf(new URLSearchParams(location.search).get('src'));
const host = source?.kind === 'host' ? new URL(source.url).host : '';

/** What is going on for the image in view; another image ends it. */
let work = new AbortController();
let picture: Blob | null = null;

/** Reads an image and looks for marks. What comes late, after another image was chosen, is dropped. */
async function look(name: string, read: (signal: AbortSignal) => Promise<Uint8Array>): Promise<void> {
  work.abort();
  work = new AbortController();
  const mine = work.signal;
  step.value = 'loading';
  problem.value = null;
  if (shown.value?.picture) URL.revokeObjectURL(shown.value.picture);
  shown.value = null;
  try {
    const bytes = await read(mine);
    const { format, marks, signed } = await scanImage(bytes);
    if (mine.aborted) return;
    picture = format ? new Blob([bytes.slice()], { type: mimeOf(format) }) : null;
    shown.value = {
      name,
      picture: picture && URL.createObjectURL(picture),
      about: format ? text('image.size', { format: format.toUpperCase(), size: size(bytes.length) }) : size(bytes.length),
      marks,
      signature: signed ? { step: 'open' } : null,
    };
    step.value = 'shown';
  } catch (error) {
    if (mine.aborted) return;
    step.value = 'choose';
    problem.value = error instanceof LoadProblem ? text(`image.problem.${error.code}`, { host, detail: error.detail }) : unexpected(error);
  }
}

async function check(): Promise<void> {
  const mine = work.signal;
  if (!shown.value || !picture) return;
  shown.value = { ...shown.value, signature: { step: 'checking' } };
  const signature: Shown['signature'] = await verify(picture, mine).then(
    (checked) => ({ step: 'done', checked }),
    (error: unknown) => ({ step: 'broken', reason: String(error).slice(0, 200) }),
  );
  if (!mine.aborted) shown.value = { ...shown.value, signature };
}

/** In the click: the browser asks only then. */
async function allow(): Promise<void> {
  if (source?.kind !== 'host') return;
  try {
    const { url, origin } = source;
    if (await askForHost(origin)) await look(url, (signal) => fetchImage(url, signal));
    else problem.value = text('image.refused', { host });
  } catch (error) {
    problem.value = unexpected(error);
  }
}

const unexpected = (error: unknown): string => text('error.unexpected', { detail: String(error) });

function App() {
  return (
    <ImageCheck
      step={step.value}
      host={host}
      shown={shown.value}
      problem={problem.value}
      onAllow={() => void allow()}
      onFile={(file) => void look(file.name, () => readImageFile(file))}
      onVerify={() => void check()}
    />
  );
}

if (source?.kind === 'page') step.value = 'page';
if (source?.kind === 'inline') void look(text('image.inline'), (signal) => fetchImage(source.url, signal));
if (source?.kind === 'host') {
  const { url, origin } = source;
  if (await permitted(origin)) void look(url, (signal) => fetchImage(url, signal));
  else step.value = 'ask';
}

render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
  document.getElementById('root') as HTMLElement,
);
