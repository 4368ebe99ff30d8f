/** A maker for each rule of `lib/privacy/ids`. */
import { europe } from './europe.ts';
import type { Draw } from './random.ts';
import { world } from './world.ts';

export const ids: Record<string, (draw: Draw) => string> = { ...europe, ...world };
