/** How far the reviews have come, and the payload that a person sees before the first one leaves. */
import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import type { SyncStatus } from '../../lib/model/sync.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { statusWords } from './words.ts';

/** The next request as it would leave, without the token's value. */
export interface Payload {
  headers: Record<string, string>;
  body: string;
  events: number;
}

export interface DeliveryProps {
  status: SyncStatus;
  /** Epoch ms. */
  now: number;
  /** The payload, or what went wrong, in words. */
  onPreview: () => Promise<Payload | string>;
  /** Each reply is what went wrong, in words, or null. */
  onApprove: () => Promise<string | null>;
  onNow: () => Promise<string | null>;
  onPause: (paused: boolean) => Promise<string | null>;
}

export function Delivery({ status, now, onPreview, onApprove, onNow, onPause }: DeliveryProps) {
  const [payload, setPayload] = useState<Payload | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { destination } = status;
  const { line, problem, tone } = statusWords(status, now);

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
  async function letGo(): Promise<void> {
    await wait(onApprove());
    setPayload(null);
  }

  return (
    <div class="delivery">
      <output class="status">
        <span class={`dot ${tone}`} aria-hidden="true" />
        <span>{line}</span>
      </output>
      {problem && <Notice kind="warn">{problem}</Notice>}
      {destination && (
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
                {text(destination.paused ? 'options.goOn' : 'options.pause')}
              </Button>
            </>
          )}
        </div>
      )}
      {wrong && <Notice kind="bad">{wrong}</Notice>}
      {payload && destination && (
        <Seen payload={payload} url={destination.url} approved={destination.approved} busy={busy} onSend={() => void letGo()} />
      )}
    </div>
  );
}

function Seen({
  payload,
  url,
  approved,
  busy,
  onSend,
}: {
  payload: Payload;
  url: string;
  approved: boolean;
  busy: boolean;
  onSend: () => void;
}) {
  const { headers, body, events } = payload;
  return (
    <div class="payload" data-events={events}>
      <p>{events > 0 ? text('options.payload', { n: events }) : text('options.payloadEmpty')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it */}
      <pre tabIndex={0} aria-label={text('options.payloadLabel')}>
        {`POST ${url}\n${Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n')}\n\n${indented(body)}`}
      </pre>
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

/** The same JSON over several lines; as it is where it is none. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
