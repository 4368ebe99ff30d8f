/** Preference pairs as Fireworks takes them: one assistant message a side; at least three rows. */
import { inputPairs } from '../shapes.ts';

export const fireworksPreference = inputPairs({ id: 'fireworks-preference', reader: 'fireworks', minimum: 3 });
