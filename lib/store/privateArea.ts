/** Where reviews of private windows are kept: an area of the browser's that never reaches the disk. */
import { Refusal } from '../model/result.ts';

/** `set` rejects when it is full. */
export interface PrivateArea {
  all(): Promise<Record<string, unknown>>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Before every key of what private windows leave in the session. */
export const privatePrefix = 'private:';

/** Keeps a value. Refusal: `private-full`. */
export async function keepPrivate(area: PrivateArea, key: string, value: unknown): Promise<void> {
  await area.set(key, value).catch((error: unknown) => {
    throw new Refusal('private-full', { detail: String(error) });
  });
}
