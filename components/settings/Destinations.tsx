/** Where reviews go: one place stands open, several are folded under their names. */
import { useState } from 'preact/hooks';
import { text } from '../../lib/i18n/text.ts';
import type { DestinationStatus } from '../../lib/model/sync.ts';
import { Button } from '../ui/Button.tsx';
import { DestinationForm, type DestinationFormProps, type Outcome } from './DestinationForm.tsx';
import { Fold } from './Fold.tsx';
import { destinationName } from './connectorWords.ts';

export interface DestinationsProps extends Pick<DestinationFormProps, 'connectors' | 'onSave' | 'onTest' | 'onPick'> {
  /** In the order in which they were set. */
  saved: DestinationStatus[];
  onLeave: (destinationId: string) => Promise<Outcome>;
}

const nothingSaid: Outcome = { kind: 'good', message: '', field: null };

export function Destinations({ saved, onLeave, ...form }: DestinationsProps) {
  const [adding, setAdding] = useState(false);
  const [first, ...others] = saved;
  const formOf = (one: DestinationStatus | null) => {
    const leave = one && (() => onLeave(one.destination.id));
    return <DestinationForm {...form} saved={one} onLeave={leave} />;
  };
  const added = async (attempt: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await attempt;
    if (outcome.kind !== 'bad') setAdding(false);
    return outcome;
  };

  return (
    <>
      {others.length === 0
        ? formOf(first ?? null)
        : saved.map((one, at) => (
            // By its place, since another address is another id: what came of saving stays in sight.
            <Fold key={`${at}/${saved.length}`} title={destinationName(one.destination)}>
              {formOf(one)}
            </Fold>
          ))}
      {adding ? (
        <DestinationForm
          key="new"
          {...form}
          saved={null}
          onSave={(draft) => added(form.onSave(draft))}
          onLeave={() => added(Promise.resolve(nothingSaid))}
        />
      ) : (
        first && (
          <div class="line">
            <Button onClick={() => setAdding(true)}>{text('connector.add')}</Button>
          </div>
        )
      )}
    </>
  );
}
