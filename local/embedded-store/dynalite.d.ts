/** The parts of dynalite that are used; the package has no types of its own. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Folder of the LevelDB store; in memory without it. */
    path?: string;
    createTableMs?: number;
  }
  /** An HTTP server that speaks DynamoDB; closing it closes the store. */
  const dynalite: (options: DynaliteOptions) => Server;
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS, and its only value is its default.
  export default dynalite;
}

/** How dynalite keeps tables in LevelDB. */
declare module 'dynalite/db/index.js' {
  type Stored = Record<string, unknown>;
  interface Range {
    gte: string;
    lt: string;
  }
  interface Operation {
    type: 'put';
    key: string;
    value: Stored;
  }
  /** The LevelDB database itself; values are JSON. */
  interface Database {
    open(): Promise<void>;
    close(): Promise<void>;
    get(key: string): Promise<Stored | undefined>;
    del(key: string): Promise<void>;
    clear(range: Range): Promise<void>;
    batch(operations: Operation[]): Promise<void>;
    values(range: Range): AsyncIterable<Stored>;
  }
  /** Opens the folder, or makes it. */
  export function create(options: { path: string }): { db: Database };
  /** Where a record stands among those of its table. */
  export function createKey(record: Stored, table: Stored): string;
  /** The index rows that a new record brings. */
  export function getIndexActions(
    indexes: unknown,
    existing: null,
    record: Stored,
    table: Stored,
  ): { puts: { index: string; key: string; item: Stored }[] };
}
