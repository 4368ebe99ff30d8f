/** What was sent last and what came back: to look at when something seems wrong, and as proof that nothing else left. */
import type { SentRequest } from '../../lib/model/sent.ts';
import { when } from '../../lib/i18n/dates.ts';
import { text } from '../../lib/i18n/text.ts';
import { indented } from './indented.ts';
import { PayloadText } from './PayloadText.tsx';
import { problemWords } from './words.ts';

/** `requests`: the newest first. `now` is epoch ms. */
export function Sent({ requests, now }: { requests: SentRequest[]; now: number }) {
  if (requests.length === 0) return <p class="hint">{text('sent.none')}</p>;
  return (
    <ul class="sent">
      {requests.map((one) => (
        <li key={one.number}>
          <details>
            <summary>
              <span class={`dot ${toneOf(one)}`} aria-hidden="true" />
              <time dateTime={new Date(one.at).toISOString()}>{when(one.at, now)}</time>
              <span>{outcome(one)}</span>
            </summary>
            <Exchange request={one} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Exchange({ request }: { request: SentRequest }) {
  const { method, url, body, bodyLength, status, reply, replyLength, requests, failure } = request;
  const cut = (length: number, whole: number) => length < whole && <p class="hint">{text('sent.cut', { n: length, all: whole })}</p>;
  return (
    <div class="payload">
      {failure && <p>{problemWords({ code: failure, status, detail: '' })}</p>}
      {requests > 1 && <p class="hint">{text('sent.first', { n: requests })}</p>}
      <PayloadText label={text('sent.request')} content={`${method} ${url}\n\n${indented(body)}`} masks={none} onSelect={ignore} />
      {cut(body.length, bodyLength)}
      {/* A file that was written gives no reply. */}
      {(status !== null || failure) && (
        <PayloadText
          label={text('sent.reply')}
          content={status === null ? text('sent.noReply') : `${status}\n\n${indented(reply)}`}
          masks={none}
          onSelect={ignore}
        />
      )}
      {cut(reply.length, replyLength)}
    </div>
  );
}

const none: never[] = [];
const ignore = (): void => {};

function toneOf({ stored, events, refused, failure }: SentRequest): string {
  if (failure !== null || refused > 0) return 'bad';
  return stored === events ? 'good' : 'warn';
}

function outcome({ events, stored, refused, failure, status }: SentRequest): string {
  if (failure !== null) return text('sent.failed', { n: events, status: status ?? '' }).replace(' ()', '');
  const parts = [stored > 0 ? text('sent.stored', { n: stored }) : null, refused > 0 ? text('sent.refused', { n: refused }) : null];
  const left = events - stored - refused;
  if (left > 0) parts.push(text('sent.unknown', { n: left }));
  return parts.filter((part) => part !== null).join(' · ');
}
