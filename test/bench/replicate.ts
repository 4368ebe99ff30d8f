/** What waits drains to a CouchDB destination, PouchDB's server on loopback: beside PouchDB's own replication of the same documents to the same server. */
import { join } from 'node:path';
import { demand } from '../extension/ask.ts';
import type { Driven } from '../extension/launch.ts';
import { serveCouch } from '../setup/couch.ts';
import { until } from '../setup/until.ts';
import { bundle } from './browser.ts';
import type { Replication } from './replicatePage.ts';
import type { Result } from './result.ts';

declare const replication: Replication;

/** Documents of a message to the page. */
const portion = 500;

/** `count` reviews wait in the browser already. */
export async function benchReplication(driven: Driven, count: number, patience: number): Promise<Result[]> {
  const couch = await serveCouch();
  try {
    for (const name of ['ours', 'theirs']) await couch.ask('PUT', name);
    const destination = { connector: 'couchdb', settings: { url: `${couch.root}/ours/` }, secrets: {} };
    const { id } = await demand(driven, 'sync.configure', { destination });
    const begun = performance.now();
    const approved = demand(driven, 'sync.approve', { destinationId: id });
    const held = async (name: string) => ((await couch.ask('GET', name)) as { doc_count: number }).doc_count;
    await until('all is sent', async () => (await held('ours')) === count, patience);
    const ms = performance.now() - begun;
    await approved;
    await demand(driven, 'sync.remove', { destinationId: id });
    const documents = (await couch.documents('ours')).map(({ _rev, ...document }) => document);
    const page = driven.ours;
    await page.evaluate(await bundle(`import ${JSON.stringify(join(import.meta.dirname, 'replicatePage.ts'))};`));
    for (let at = 0; at < count; at += portion) await page.evaluate((some) => replication.add(some), documents.slice(at, at + portion));
    const theirs = await page.evaluate((remote) => replication.send(remote), `${couch.root}/theirs`);
    if ((await held('theirs')) !== count) throw new Error(`PouchDB replicated ${await held('theirs')} of ${count}`);
    const rate = (took: number): number => (count / took) * 1000;
    return [
      {
        name: `sync: ${count.toLocaleString('en')} reviews to a CouchDB server, beside PouchDB's replication of the same documents`,
        value: rate(ms),
        unit: 'reviews/s',
        baseline: rate(theirs),
        ratio: theirs / ms,
      },
    ];
  } finally {
    couch.close();
  }
}
