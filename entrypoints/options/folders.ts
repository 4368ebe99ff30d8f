/** The folders that reviews are written into. */
import { allowFolder, canPick, pickFolder } from '../../lib/platform/folders.ts';
import { keepFolders, putFolder, readFolder } from '../../lib/store/folders.ts';
import { status, store } from './state.ts';

/** Asks for a folder and keeps it; the value of the form's field. Null: none was chosen. */
async function pick(): Promise<string | null> {
  const handle = await pickFolder();
  if (!handle) return null;
  const key = crypto.randomUUID().slice(0, 8);
  await putFolder(store, key, handle);
  return `${key}/${handle.name}`;
}

/** Absent where the browser has no picker. */
export const onPick = canPick() ? pick : undefined;

/** Asks, in a click, to write again into the folder of a destination, where the browser wants to be asked. */
export async function allowAgain(destinationId: string): Promise<void> {
  const key = keyOf(status.value?.destinations.find(({ destination }) => destination.id === destinationId)?.destination.settings.folder);
  const handle = key && (await readFolder(store, key));
  if (handle) await allowFolder(handle);
}

/** Forgets the folders that no destination writes into. */
export async function forgetUnused(): Promise<void> {
  const used = status.value?.destinations.flatMap(({ destination }) => keyOf(destination.settings.folder) ?? []) ?? [];
  await keepFolders(store, used);
}

const keyOf = (value: string | undefined): string | undefined => value?.slice(0, value.indexOf('/'));
