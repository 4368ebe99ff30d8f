// Runs a TypeScript file with the Node that npm scripts get (the dev dependency `node`), or says what is missing.
// It is plain JavaScript: an old Node must get as far as the sentence.
import { pathToFileURL } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This needs Node 22.18 or newer and runs on ${process.version}. "npm ci" brings a Node 24 for the project's own commands; ` +
      'here it did not (install scripts may be turned off). Run "npm ci" again with install scripts on, or use a newer Node.',
  );
  process.exit(1);
}
const [file, ...rest] = process.argv.slice(2);
process.argv.splice(1, Infinity, file, ...rest);
await import(pathToFileURL(file).href);
