/** `npm run export -- --from FILE --format FORMAT --out FOLDER`. */
import { exportCommand } from './exportCommand.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.exitCode = await exportCommand(process.argv.slice(2), {
  say: console.log,
  complain: console.error,
  passphrase: process.env.BLUEPENCIL_PASSPHRASE,
  signal: stop.signal,
});
