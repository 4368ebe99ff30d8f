/** PouchDB's server, which speaks CouchDB's protocol, in memory on loopback. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import server from 'express-pouchdb';
import pouch from 'pouchdb-core';
import memory from 'pouchdb-adapter-memory';
import mapreduce from 'pouchdb-mapreduce';

/** A server with databases that are gone with it. */
export interface Couch {
  /** Its address, without a slash at the end. */
  root: string;
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The documents of a database, those of its design left out. */
  documents(name: string): Promise<Record<string, unknown>[]>;
  close(): void;
}

let servers = 0;

/** Starts one. `inMemoryConfig`: no file is written. */
export async function serveCouch(): Promise<Couch> {
  const pouchdb = pouch
    .plugin(memory)
    .plugin(mapreduce)
    .defaults({ adapter: 'memory', prefix: `couch-${servers++}-` });
  const listening = createServer(
    server(pouchdb, { inMemoryConfig: true, mode: 'minimumForPouchDB', overrideMode: { include: ['validation'] } }),
  ).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const root = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const ask: Couch['ask'] = async (method, path, body) => {
    const sent = body === undefined ? null : JSON.stringify(body);
    const response = await fetch(`${root}/${path}`, { method, headers: { 'content-type': 'application/json' }, body: sent });
    return response.json();
  };
  return {
    root,
    ask,
    async documents(name) {
      const { rows } = (await ask('GET', `${name}/_all_docs?include_docs=true`)) as {
        rows: { id: string; doc: Record<string, unknown> }[];
      };
      return rows.filter(({ id }) => !id.startsWith('_design/')).map(({ doc }) => doc);
    },
    close: () => listening.close().closeAllConnections(),
  };
}
