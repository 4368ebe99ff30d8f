import { text } from '../../lib/i18n/text.ts';
import { Erase, type EraseProps } from '../review/Erase.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** How far somebody came who saves what can be read. */
export type SalvageState = { at: 'rest'; said: { kind: 'good' | 'warn' | 'bad'; words: string } | null } | { at: 'busy' };

export interface BrokenProps {
  /** What the browser says, in words; null: the database opens. */
  problem: string | null;
  saving: SalvageState;
  anew: Pick<EraseProps, 'state' | 'onLeave' | 'onNow'>;
  onSave: () => void;
  /** Null while all can be read: then reviews are erased, with all that holds them. */
  onAnew: (() => void) | null;
}

/** The way on from a database that does not work any more: three steps, the least first. */
export function Broken({ problem, saving, anew, onSave, onAnew }: BrokenProps) {
  const { state, onLeave, onNow } = anew;
  return (
    <div class="way-on">
      {problem !== null && <Notice kind="bad">{problem}</Notice>}
      <ol>
        <li>
          <p>{text('broken.restart')}</p>
        </li>
        <li>
          <p>{text('broken.saveAbout')}</p>
          {saving.at === 'busy' ? <p role="status">{text('broken.saving')}</p> : <Button onClick={onSave}>{text('broken.save')}</Button>}
          {saving.at === 'rest' && saving.said && <Notice kind={saving.said.kind}>{saving.said.words}</Notice>}
        </li>
        {onAnew && (
          <li>
            <p>{text('broken.anewAbout')}</p>
            {state.at === 'rest' && <Button onClick={onAnew}>{text('broken.anew')}</Button>}
            <Erase state={state} onErase={onAnew} onLeave={onLeave} onUndo={onLeave} onNow={onNow} />
          </li>
        )}
      </ol>
    </div>
  );
}
