/** `npm run test:long`: every property is tried on far more random cases, unless it says its own number. */
import { configureGlobal } from 'fast-check';

configureGlobal({ numRuns: 5000 });
