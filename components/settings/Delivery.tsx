/** How far the reviews have come, and the payload that a person sees before the first one leaves. */
import { useEffect, useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import type { MaskChoice } from '../../lib/model/privacy.ts';
import type { SentRequest } from '../../lib/model/sent.ts';
import type { DestinationStatus, SyncPreview } from '../../lib/model/sync.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { indented } from './indented.ts';
import { Masks } from './Masks.tsx';
import { PayloadText } from './PayloadText.tsx';
import { Sent } from './Sent.tsx';
import { destinationWords } from './words.ts';

export interface DeliveryProps {
  status: DestinationStatus;
  /** Said where there are several destinations; null: one alone needs no name. */
  name: string | null;
  /** Epoch ms. */
  now: number;
  /** The payload, or what went wrong, in words. */
  onPreview: () => Promise<SyncPreview | string>;
  /** A choice about a mask; the reply is the payload as it is then. */
  onChoose: (choice: MaskChoice) => Promise<SyncPreview | string>;
  /** Each reply is what went wrong, in words, or null. */
  onApprove: () => Promise<string | null>;
  onNow: () => Promise<string | null>;
  onPause: (paused: boolean) => Promise<string | null>;
  /** Saves as a file what waits or was refused. */
  onUnsent: () => Promise<string | null>;
  /** What was sent last, or what went wrong, in words. */
  onSent: () => Promise<SentRequest[] | string>;
}

export function Delivery({ status, name, now, onPreview, onChoose, onApprove, onNow, onPause, onUnsent, onSent }: DeliveryProps) {
  const [payload, setPayload] = useState<SyncPreview | null>(null);
  const [sent, setSent] = useState<SentRequest[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { destination } = status;
  const { line, problem, tone } = destinationWords(status, now);

  async function wait(attempt: Promise<string | null>): Promise<void> {
    setBusy(true);
    setWrong(await attempt);
    setBusy(false);
  }
  async function look(): Promise<void> {
    const seen = await onPreview();
    setPayload(typeof seen === 'string' ? null : seen);
    setWrong(typeof seen === 'string' ? seen : null);
  }
  const isOpen = sent !== null;
  // What is shown goes on as requests leave.
  useEffect(() => {
    if (!isOpen) return;
    void onSent().then((seen) => typeof seen !== 'string' && setSent(seen));
  }, [isOpen, onSent]);
  async function lookBack(): Promise<void> {
    const seen = await onSent();
    setSent(typeof seen === 'string' ? null : seen);
    setWrong(typeof seen === 'string' ? seen : null);
  }
  async function choose(choice: MaskChoice): Promise<void> {
    setBusy(true);
    const seen = await onChoose(choice);
    if (typeof seen !== 'string') setPayload(seen);
    setWrong(typeof seen === 'string' ? seen : null);
    setBusy(false);
  }
  async function letGo(): Promise<void> {
    await wait(onApprove());
    setPayload(null);
  }

  return (
    <div class="delivery">
      {name && <h3>{name}</h3>}
      <output class="status">
        <span class={`dot ${tone}`} aria-hidden="true" />
        <span>{line}</span>
      </output>
      {problem && <Notice kind="warn">{problem}</Notice>}
      <div class="line">
        <Button
          kind={destination.approved || payload ? 'plain' : 'main'}
          disabled={busy}
          aria-expanded={payload !== null}
          onClick={() => (payload ? setPayload(null) : void look())}
        >
          {text(payload ? 'options.hide' : 'options.see')}
        </Button>
        {destination.approved && (
          <>
            <Button disabled={busy || destination.paused} onClick={() => void wait(onNow())}>
              {text('options.now')}
            </Button>
            <Button disabled={busy} onClick={() => void wait(onPause(!destination.paused))}>
              {text(status.disabled ? 'options.enable' : destination.paused ? 'options.goOn' : 'options.pause')}
            </Button>
          </>
        )}
        {destination.approved && (
          <Button kind="quiet" disabled={busy} aria-expanded={isOpen} onClick={() => (isOpen ? setSent(null) : void lookBack())}>
            {text(isOpen ? 'options.hide' : 'sent.title')}
          </Button>
        )}
        {status.waiting + status.rejected > 0 && (
          <Button kind="quiet" disabled={busy} onClick={() => void wait(onUnsent())}>
            {text('options.unsent')}
          </Button>
        )}
      </div>
      {wrong && <Notice kind="bad">{wrong}</Notice>}
      {sent && <Sent requests={sent} now={now} />}
      {payload && (
        <Seen
          payload={payload}
          approved={destination.approved}
          busy={busy}
          onChoose={(choice) => void choose(choice)}
          onSend={() => void letGo()}
        />
      )}
    </div>
  );
}

function Seen({
  payload,
  approved,
  busy,
  onChoose,
  onSend,
}: {
  payload: SyncPreview;
  approved: boolean;
  busy: boolean;
  onChoose: (choice: MaskChoice) => void;
  onSend: () => void;
}) {
  const { method, url, headers, body, events, masks } = payload;
  const [selected, setSelected] = useState('');
  return (
    <div class="payload" data-events={events}>
      <p>{events > 0 ? text('options.payload', { n: events }) : text('options.payloadEmpty')}</p>
      <PayloadText
        label={text('options.payloadLabel')}
        content={`${method} ${url}\n${Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n')}\n\n${indented(body)}`}
        masks={masks}
        onSelect={setSelected}
      />
      {events > 0 && masks.length === 0 && <Notice kind="warn">{text('privacy.off')}</Notice>}
      <Masks body={body} masks={masks} selected={selected} busy={busy} onChoose={onChoose} />
      {/* What is let go is what was seen: an empty request is nothing to decide on. */}
      {!approved && events > 0 && (
        <div class="line">
          <Button kind="main" disabled={busy} onClick={onSend}>
            {text('options.send')}
          </Button>
          <span class="hint">{text('options.sendHint')}</span>
        </div>
      )}
    </div>
  );
}
