/** How far the reviews have come, for each destination. */
import { Delivery } from '../../components/settings/Delivery.tsx';
import { Refused } from '../../components/settings/Refused.tsx';
import { destinationName } from '../../components/settings/connectorWords.ts';
import { text } from '../../lib/i18n/text.ts';
import type { SyncStatus } from '../../lib/model/sync.ts';
import { approve, chooseMask, pause, preview, retry, sentTo, syncNow } from './acts.ts';
import { now, refused } from './state.ts';
import { saveUnsent } from './unsent.ts';

/** `onOpen` is given the id of a review. */
export function Deliveries({ status, onOpen }: { status: SyncStatus; onOpen: (id: string) => void }) {
  if (status.destinations.length === 0) return <span class="soft">{text('sync.none')}</span>;
  return (
    <>
      {status.destinations.map((one, _, { length }) => {
        const { id } = one.destination;
        return (
          <div key={id} class="delivery">
            <Delivery
              status={one}
              name={length > 1 ? destinationName(one.destination) : null}
              now={now.value}
              onPreview={() => preview(id)}
              onChoose={(choice) => chooseMask(id, choice)}
              onApprove={() => approve(id)}
              onNow={syncNow}
              onPause={(paused) => pause(id, paused)}
              onUnsent={() => saveUnsent(id)}
              onSent={() => sentTo(id)}
            />
            {refused.value[id] && <Refused rows={refused.value[id]} onRetry={() => void retry(id)} onOpen={onOpen} />}
          </div>
        );
      })}
    </>
  );
}
