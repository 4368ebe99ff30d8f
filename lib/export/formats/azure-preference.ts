/** Preference pairs as Azure takes them: an assistant message a side, at least ten rows. */
import { inputPairs } from '../shapes.ts';

export const azurePreference = inputPairs({ id: 'azure-preference', reader: 'azure', minimum: 10 });
