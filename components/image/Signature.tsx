/** The signature of Content Credentials: checked when asked for, and said in words. */
import type { ComponentChildren } from 'preact';
import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

export type SignatureState = 'valid' | 'unknown' | 'invalid';

/** What a check came to; `Verdict` of the evidence says it field by field. */
export interface CheckedSignature {
  state: SignatureState;
  issuer: string | null;
  signer: string | null;
  signedAt: string | null;
  tool: string | null;
  made: 'ai' | 'ingredient-ai' | 'human' | null;
  actions: readonly string[];
  problems: readonly string[];
}

/** `open`: not checked yet. `broken`: the credentials cannot be read, with the reason. */
export type SignatureView =
  | { step: 'open' }
  | { step: 'checking' }
  | { step: 'broken'; reason: string }
  | { step: 'done'; checked: CheckedSignature };

export function Signature({ view, onVerify }: { view: SignatureView; onVerify: () => void }) {
  return (
    <div class="signature">
      {view.step === 'done' ? (
        <Checked {...view.checked} />
      ) : (
        <h2>{text(view.step === 'broken' ? 'image.unreadable' : 'image.signature')}</h2>
      )}
      {(view.step === 'open' || view.step === 'checking') && (
        <>
          <p class="soft">{text('image.signatureAbout')}</p>
          <Button kind="main" disabled={view.step === 'checking'} onClick={onVerify}>
            {text(view.step === 'checking' ? 'image.verifying' : 'image.verify')}
          </Button>
        </>
      )}
      {view.step === 'broken' && <Notice kind="bad">{text('image.broken', { reason: view.reason })}</Notice>}
    </div>
  );
}

const tones = { valid: 'good', unknown: 'warn', invalid: 'bad' } as const;

function Checked({ state, issuer, signer, signedAt, tool, made, actions, problems }: CheckedSignature) {
  const name = issuer ?? signer ?? text('image.nobody');
  return (
    <>
      <h2>{text(`image.state.${state}`)}</h2>
      <Notice kind={tones[state]}>{text(`image.stateMeans.${state}`, { name })}</Notice>
      {made && <p>{text(state === 'valid' ? `image.signed.${made}` : `image.claimed.${made}`, { name })}</p>}
      <dl>
        <Line name={text('image.issuer')}>{[issuer, signer].filter(Boolean).join(' · ') || '–'}</Line>
        <Line name={text('image.signedAt')}>{signedAt ? when(signedAt) : text('image.noStamp')}</Line>
        {tool && <Line name={text('image.tool')}>{tool}</Line>}
        {actions.length > 0 && (
          <Line name={text('image.actions')}>
            {actions.map((action) => (
              <code key={action}>{action}</code>
            ))}
          </Line>
        )}
        {problems.length > 0 && (
          <Line name={text('image.problems')}>
            {problems.map((problem) => (
              <code key={problem}>{problem}</code>
            ))}
          </Line>
        )}
      </dl>
      <p class="hint">{text('image.trustList')}</p>
    </>
  );
}

function Line({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
