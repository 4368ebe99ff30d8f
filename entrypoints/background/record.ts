/** The end of the record, kept outside the database too: should the browser lose that, the next record says which one there was. */
import type { AuditHead } from '../../lib/model/audit.ts';
import { local } from '../../lib/platform/local.ts';
import { noteLost } from '../../lib/store/noteAct.ts';
import type { Store } from '../../lib/store/open.ts';
import { readHead } from '../../lib/store/record.ts';

const key = 'record-end';
/** Ms between two keepings: after a loss it matters that there was another record, not what its last seconds were. */
const apart = 10_000;
/** Ms after which it is compared once more, if it could not be at the start. */
const againMs = 2000;

/** Compares at once; what it returns keeps the end as it is now, and is called whenever something may have been noted. */
export function keepRecordEnd(store: Store): () => Promise<void> {
  let comparing = compare(store);
  // A database that the browser has just found damaged opens at the second try.
  setTimeout(() => void comparing.then((done) => done || (comparing = compare(store))), againMs);
  let last = -Infinity;
  return async () => {
    if (Date.now() - last < apart) return;
    // Until it is compared, the end that is kept may be the only trace of another record.
    if (!(await comparing) && !(await (comparing = compare(store)))) return;
    last = Date.now();
    const head = await readHead(store);
    if (head) await local.set(key, head);
  };
}

/** False where it could not be compared. */
async function compare(store: Store): Promise<boolean> {
  try {
    const kept = await local.get<AuditHead>(key);
    if (kept) await noteLost(store, kept);
    return true;
  } catch (error) {
    console.warn(`The end of the record could not be compared: ${String(error)}`);
    return false;
  }
}
