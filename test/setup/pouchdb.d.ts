/** What the tests use of PouchDB and its server, which carry no types. */
declare module 'pouchdb-core' {
  interface Pouch {
    plugin(plugin: unknown): Pouch;
    defaults(options: { adapter: string; prefix: string }): Pouch;
  }
  const pouch: Pouch;
  export default pouch;
}
declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-mapreduce' {
  const plugin: unknown;
  export default plugin;
}
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';
  export default function server(
    pouch: unknown,
    options: { inMemoryConfig: boolean; mode: string; overrideMode: { include: string[] } },
  ): RequestListener;
}
declare module 'pouchdb-browser' {
  export default class PouchDB {
    constructor(name: string);
    bulkDocs(documents: object[]): Promise<unknown>;
    replicate: { to(remote: string, options: { batch_size: number }): Promise<{ docs_written: number; errors: unknown[] }> };
  }
}
