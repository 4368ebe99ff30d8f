/** Origins and match patterns. Firefox takes a port in a pattern and then never injects, so it is left out there. */
import { builtInHosts } from './manifest.ts';

export const builtInOrigins: readonly string[] = builtInHosts.map((host) => host.replace('/*', ''));

/** `http://localhost:4173` → `http://localhost:4173/*`, or without the port in Firefox. */
export function patternOf(origin: string, firefox: boolean): string {
  const { protocol, hostname, host } = new URL(origin);
  return `${protocol}//${firefox ? hostname : host}/*`;
}

/** A web origin, normalised, or null: only http and https pages can be reviewed. */
export function webOrigin(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null;
}

/** Is review on here? The person's own "off" outranks what is on from the start. */
export function isOn(origin: string, sites: { on: string[]; off: string[] }): boolean {
  return !sites.off.includes(origin) && (builtInOrigins.includes(origin) || sites.on.includes(origin));
}
