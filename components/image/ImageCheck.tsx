/** Checking one image: where it comes from, what marks are in it, and whether its signature holds. */
import type { Evidence } from '../../lib/model/answer.ts';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Choose } from './Choose.tsx';
import { Marks } from './Marks.tsx';
import { Signature, type SignatureView } from './Signature.tsx';

/** An image that was read. */
export interface Shown {
  /** Its address or its file's name. */
  name: string;
  /** An address to draw it from; null: we do not know the format. */
  picture: string | null;
  /** `PNG, 1.2 MB`. */
  about: string;
  marks: readonly Evidence[];
  /** Null where there is nothing to check. */
  signature: SignatureView | null;
}

export interface ImageCheckProps {
  /** `ask`: a permission for `host` is missing. `page`: only the page that showed it can read it. */
  step: 'choose' | 'ask' | 'page' | 'loading' | 'shown';
  host: string;
  shown: Shown | null;
  problem: string | null;
  onAllow: () => void;
  onFile: (file: File) => void;
  onVerify: () => void;
}

export function ImageCheck({ step, host, shown, problem, onAllow, onFile, onVerify }: ImageCheckProps) {
  return (
    <main class="image-check">
      <header class="line">
        <img src="/icon/48.png" width="28" height="28" alt="" />
        <h1>{text('image.title')}</h1>
      </header>
      <p class="soft">{text('image.about')}</p>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {step === 'ask' && (
        <section class="card ask">
          <h2>{text('image.ask', { host })}</h2>
          <p>{text('image.askWhy', { host })}</p>
          <Button kind="main" onClick={onAllow}>
            {text('image.allow')}
          </Button>
        </section>
      )}
      {step === 'page' && <Notice kind="warn">{text('image.page')}</Notice>}
      {step === 'loading' && (
        <p class="soft" role="status">
          {text('image.loading')}
        </p>
      )}
      {step === 'shown' && shown && (
        <section class="card shown" aria-label={text('image.result')}>
          <figure>
            {shown.picture && <img src={shown.picture} alt={text('image.alt')} />}
            <figcaption>
              <strong title={shown.name}>{shown.name}</strong>
              <span class="hint">{shown.about}</span>
            </figcaption>
          </figure>
          <Marks
            marks={shown.marks}
            known={shown.picture !== null}
            checked={shown.signature?.step === 'done' ? shown.signature.checked.state : null}
          />
          {shown.signature && <Signature view={shown.signature} onVerify={onVerify} />}
        </section>
      )}
      <Choose again={step === 'shown'} onFile={onFile} />
    </main>
  );
}
