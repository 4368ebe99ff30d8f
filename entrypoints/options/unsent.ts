/** What a destination does not have, as a file that another Bluepencil can bring back. */
import { native } from '../../lib/export/formats/native.ts';
import { makeExport } from '../../lib/export/make.ts';
import { text } from '../../lib/i18n/text.ts';
import type { Kind } from '../../lib/model/privacy.ts';
import { openOutgoing } from '../../lib/platform/files.ts';
import { noteAct } from '../../lib/store/noteAct.ts';
import { unsent } from '../../lib/store/unsent.ts';
import { explain } from '../background/explain.ts';
import { maskingBy, privacyNow } from '../dashboard/masking.ts';
import { saveFile } from './save.ts';
import { store } from './state.ts';

/** Saves it, masked as it would be sent. What went wrong, in words, or null. */
export async function saveUnsent(destinationId: string): Promise<string | null> {
  const out = await openOutgoing();
  try {
    const privacy = await privacyNow();
    const masked = privacy.send === 'masked' || privacy.export === 'masked';
    const name = `bluepencil-unsent-${new Date().toISOString().slice(0, 10)}`;
    const masking = masked ? await maskingBy(store, privacy, new Map<Kind, number>()) : undefined;
    const { rows } = await makeExport(native, () => unsent(store, destinationId), out, { name, masking });
    const [file] = await out.finish();
    if (!file || rows === 0) {
      await out.discard();
      return text('options.unsentNothing');
    }
    const [called, blob] = file;
    const files = [{ file: called, bytes: blob.size }];
    await noteAct(store, { type: 'export', facts: { format: native.id, unsent: destinationId, masked, rows, files } });
    saveFile(called, blob, 'application/octet-stream');
    return null;
  } catch (error) {
    await out.discard();
    return explain(error).message;
  }
}
