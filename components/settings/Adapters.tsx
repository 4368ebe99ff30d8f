/** A person's own adapters: what they taught or imported, carried as files, turned off, removed with a way back. */
import { when } from '../../lib/i18n/dates.ts';
import { listed } from '../../lib/i18n/numbers.ts';
import { text } from '../../lib/i18n/text.ts';
import type { OwnAdapter, SiteAdapter } from '../../lib/model/site.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { FileButton } from './FileButton.tsx';
import { WayBack } from './WayBack.tsx';

export interface AdaptersProps {
  own: OwnAdapter[];
  /** Fixed by the organisation. */
  fixed: SiteAdapter[];
  /** What came of the last import, in words. */
  said: { kind: 'good' | 'bad'; words: string } | null;
  /** Ids of an import that are here already: the person says what to do with them. */
  asks: string[];
  /** The host of the one that was just removed. */
  removed: string | null;
  onTurn: (id: string, on: boolean) => void;
  onRemove: (id: string) => void;
  onUndo: () => void;
  /** Saves one as a file, or all. */
  onExport: (id: string | null) => void;
  onFile: (file: File) => void;
  /** Null: leave it. */
  onSame: (same: 'replace' | 'both' | null) => void;
}

export function Adapters({ own, fixed, said, asks, removed, onTurn, onRemove, onUndo, onExport, onFile, onSame }: AdaptersProps) {
  return (
    <div class="adapters">
      {own.length + fixed.length === 0 && <p class="soft">{text('adapters.none')}</p>}
      {own.length + fixed.length > 0 && (
        <ul class="sites">
          {fixed.map((adapter) => (
            <li key={adapter.id}>
              <div class="fixed">{placeOf(adapter)}</div>
              <div class="hint">{text('adapters.fixed')}</div>
            </li>
          ))}
          {own.map(({ adapter, source, on, at }) => (
            <li key={adapter.id}>
              <Switch
                label={placeOf(adapter)}
                hint={text(source === 'taught' ? 'adapters.taught' : 'adapters.imported', { at: when(at) })}
                checked={on}
                onChange={(wanted) => onTurn(adapter.id, wanted)}
              />
              <div class="line">
                <Button
                  kind="quiet"
                  onClick={() => onExport(adapter.id)}
                  aria-label={text('adapters.exportOne', { site: placeOf(adapter) })}
                >
                  {text('adapters.export')}
                </Button>
                <Button
                  kind="quiet"
                  onClick={() => onRemove(adapter.id)}
                  aria-label={text('adapters.removeOne', { site: placeOf(adapter) })}
                >
                  {text('adapters.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <WayBack done={removed === null ? null : text('adapters.removed', { site: removed })} onBack={onUndo} />
      {asks.length > 0 && (
        <Notice kind="warn">
          <p>{text('adapters.asks', { n: asks.length, ids: listed(asks) })}</p>
          <div class="line">
            <Button onClick={() => onSame('replace')}>{text('adapters.replace')}</Button>
            <Button onClick={() => onSame('both')}>{text('adapters.both')}</Button>
            <Button onClick={() => onSame(null)}>{text('adapters.leave')}</Button>
          </div>
        </Notice>
      )}
      {said && <Notice kind={said.kind}>{said.words}</Notice>}
      <div class="line">
        <FileButton label={text('adapters.import')} onFile={onFile} />
        {own.length > 0 && <Button onClick={() => onExport(null)}>{text('adapters.exportAll')}</Button>}
      </div>
    </div>
  );
}

/** The sites of an adapter as people call them; its id where it has none. */
const placeOf = ({ id, origins }: SiteAdapter): string => origins.map((origin) => origin.replace(/^https?:\/\//, '')).join(', ') || id;
