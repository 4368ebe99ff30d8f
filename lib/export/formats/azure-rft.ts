/** Reinforcement fine-tuning as Azure takes it: the last turn is the user’s, and one field more for graders. */
import { references } from '../shapes.ts';

export const azureRft = references({ id: 'azure-rft', reader: 'azure', minimum: 10 }, 'developer');
