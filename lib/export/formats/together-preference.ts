/** Preference pairs as Together takes them: exactly one assistant message a side, no other column. */
import { inputPairs } from '../shapes.ts';

export const togetherPreference = inputPairs({ id: 'together-preference', reader: 'together' });
