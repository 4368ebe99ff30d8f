import { knows, text } from '../../lib/i18n/text.ts';
import { Button } from '../ui/Button.tsx';

export interface DoctorProps {
  /** The adapter that finds nothing, and whether the person taught it. */
  adapter: { id: string; taught: boolean };
  /** The site's host, where the adapter has no better name. */
  host: string;
  /** The report as it was copied; null: not yet. */
  report: string | null;
  onCopy: () => void;
}

/** The site has changed and its answers are found by their shape: says so, and gives a report that helps to mend it. */
export function Doctor({ adapter: { id, taught }, host, report, onCopy }: DoctorProps) {
  const key = `site.${id}`;
  return (
    <div class="doctor">
      <p>{taught ? text('doctor.taught') : text('doctor.changed', { site: knows(key) ? text(key) : host })}</p>
      <p class="soft">{text('doctor.what')}</p>
      <div class="line">
        <Button onClick={onCopy}>{text('doctor.copy')}</Button>
        <output>{report !== null && text('doctor.copied')}</output>
      </div>
      {report !== null && (
        <details>
          <summary>{text('doctor.see')}</summary>
          <textarea readOnly rows={8} aria-label={text('doctor.see')} value={report} />
        </details>
      )}
    </div>
  );
}
