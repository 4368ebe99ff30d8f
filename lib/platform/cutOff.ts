/** A script in a page outlives its extension. */
import { browser } from './browser.ts';

/** True when the extension that brought this script is gone: updated, reloaded, turned off or removed. Nothing it asks is answered any more. */
export function isCutOff(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}
