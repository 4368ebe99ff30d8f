/**
 * Properties are tried on the same cases each time, so that a change is judged by what it changed. `BLUEPENCIL_SEED`
 * names other cases; `npm run test:long` takes new ones each time, and far more, unless a property says its own number.
 */
import { configureGlobal } from 'fast-check';

const long = process.env.BLUEPENCIL_LONG === '1';
const seed = process.env.BLUEPENCIL_SEED ?? (long ? null : 20_261_122);

configureGlobal({ ...(seed === null ? {} : { seed: Number(seed) }), ...(long ? { numRuns: 5000 } : {}) });
