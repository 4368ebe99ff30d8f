import { text } from '../../lib/i18n/text.ts';
import { Switch } from '../ui/Switch.tsx';

/** A site that is or was on. */
export interface SiteRow {
  origin: string;
  on: boolean;
  /** On from the start. */
  builtIn: boolean;
  /** The browser lets us work there. */
  permitted: boolean;
}

export interface SitesProps {
  sites: SiteRow[];
  /** Called inside the click. */
  onSite: (origin: string, wanted: boolean) => void;
}

/** Where review is on. A site that the person turned on and off again leaves the list. */
export function Sites({ sites, onSite }: SitesProps) {
  return (
    <ul class="sites">
      {sites.map(({ origin, on, builtIn, permitted }) => (
        <li key={origin}>
          <Switch
            label={origin.replace('https://', '')}
            hint={on && !permitted ? text('options.siteBlocked') : builtIn ? undefined : text('options.siteOwn')}
            checked={on && permitted}
            onChange={(wanted) => onSite(origin, wanted)}
          />
        </li>
      ))}
    </ul>
  );
}
