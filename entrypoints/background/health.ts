/** How the reviews are kept, as the pages of ours say it. */
import type { StorageHealth } from '../../lib/model/health.ts';
import { isKept } from '../../lib/platform/kept.ts';
import { readHealth } from '../../lib/store/health.ts';
import { leftToMask } from '../../lib/store/maskStored.ts';
import type { Store } from '../../lib/store/open.ts';
import { space } from '../../lib/store/room.ts';

export async function healthOf(store: Store): Promise<StorageHealth> {
  const [health, disk, kept, unmasked] = await Promise.all([readHealth(store), space(), isKept(), leftToMask(store).catch(() => null)]);
  return { ...health, ...disk, kept, unmasked };
}
