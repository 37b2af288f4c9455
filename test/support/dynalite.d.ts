/** The parts of dynalite that are used; the package has no types of its own. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Folder of its files; in memory without it. */
    path?: string;
    createTableMs?: number;
  }
  /** An HTTP server that speaks DynamoDB; closing it closes the store. */
  const dynalite: (options: DynaliteOptions) => Server;
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS, and its only value is its default.
  export default dynalite;
}
