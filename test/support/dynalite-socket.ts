import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import dynalite from 'dynalite';

/** dynalite in memory, behind a unix socket: what the store's records are tested on, for it is strict about DynamoDB's rules. */
export async function listenWithDynalite(socket: string): Promise<{ close(): Promise<void> }> {
  const server: Server = dynalite({ createTableMs: 0 });
  server.keepAliveTimeout = 0;
  server.listen(socket);
  await once(server, 'listening');
  return {
    async close() {
      await new Promise((resolve) => {
        const timer = setInterval(() => server.closeIdleConnections(), 20);
        server.close(() => {
          clearInterval(timer);
          resolve(null);
        });
      });
      await rm(socket, { force: true });
    },
  };
}
