import { text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

export interface StorageProps {
  /** The browser promised not to clear it by itself; null: it did not say. */
  kept: boolean | null;
  /** Bytes in use; null: not known. */
  used: number | null;
  /** Records that could not be read. */
  damaged: number;
  onKeep: () => void;
  onDamaged: () => void;
}

/** Where the data lives, and what that can and cannot promise. */
export function Storage({ kept, used, damaged, onKeep, onDamaged }: StorageProps) {
  return (
    <div class="storage">
      <p>{text('options.lives')}</p>
      <p>
        {kept !== null && text(kept ? 'options.kept' : 'options.notKept')}{' '}
        {used !== null && text('options.used', { size: megabytes(used) })}
      </p>
      {kept === false && (
        <div>
          <Button onClick={onKeep}>{text('options.keep')}</Button>
        </div>
      )}
      {damaged > 0 && (
        <>
          <Notice kind="warn">{text('options.damaged', { n: damaged })}</Notice>
          <div>
            <Button onClick={onDamaged}>{text('options.damagedSave')}</Button>
          </div>
        </>
      )}
    </div>
  );
}

const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(undefined, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1_000_000);
