/** All pages without an answer; a new kind is one line in its file. */
import { documents } from './documents.ts';
import { growing } from './growing.ts';
import type { Negative } from './page.ts';
import { people } from './people.ts';
import { support } from './support.ts';
import { threads } from './threads.ts';

export const negatives: readonly Negative[] = [...people, ...support, ...threads, ...documents, ...growing];
