/** PouchDB inside a page: the same documents in a database of its own, and their replication. */
import PouchDB from 'pouchdb-browser';

export interface Replication {
  /** Puts documents into a database of the page. */
  add(documents: object[]): Promise<void>;
  /** Replicates all of them to a remote database; ms. */
  send(remote: string): Promise<number>;
}

const local = new PouchDB('bench');

(globalThis as unknown as { replication: Replication }).replication = {
  async add(documents) {
    await local.bulkDocs(documents);
  },
  async send(remote) {
    const begun = performance.now();
    // As many documents a request as we send.
    const { docs_written, errors } = await local.replicate.to(remote, { batch_size: 50 });
    if (errors.length > 0) throw new Error(`replicated ${docs_written}: ${String(errors[0])}`);
    return performance.now() - begun;
  },
};
