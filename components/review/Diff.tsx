/** A correction beside the original: removed struck through, added underlined; colour only helps. */
import { text } from '../../lib/i18n/text.ts';
import { changes } from './changes.ts';

/** Both texts are Markdown; it is shown as it is written. */
export function Diff({ before, after }: { before: string; after: string }) {
  return (
    <div class="diff" role="group" aria-label={text('diff.label')}>
      {changes(before, after).map(({ kind, text: run }, index) =>
        kind === 'same' ? <span key={index}>{run}</span> : kind === 'removed' ? <del key={index}>{run}</del> : <ins key={index}>{run}</ins>,
      )}
    </div>
  );
}
