import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import type { IncomingMessage, RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import dynalite from 'dynalite';

const IDLE_CHECK = 20;

/** dynalite behind a unix socket. */
export interface SocketServer {
  /** Stops taking requests, waits for those under way, and closes the LevelDB store. */
  close(): Promise<void>;
}

/** Opens dynalite on a LevelDB folder (in memory for `null`) at the socket, which only this user may use. */
export async function listenOnSocket(socket: string, folder: string | null): Promise<SocketServer> {
  const server = dynalite({ createTableMs: 0, ...(folder === null ? {} : { path: folder }) });
  const [handle] = server.listeners('request') as RequestListener[];
  if (!handle) throw new Error('dynalite has no request handler');
  // dynalite throws, and so ends the process, when a client goes away in the middle of its request:
  // it is handed only requests that have come in whole.
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    buffer(request).then(
      (body) => handle(wholeRequest(request, body), response),
      () => response.destroy(),
    );
  });
  // A server that ends idle connections races with the client that takes one up again.
  server.keepAliveTimeout = 0;
  server.listen(socket);
  await once(server, 'listening');
  await chmod(socket, 0o600);
  return {
    close: () =>
      new Promise((resolve, reject) => {
        // A connection that was busy at first becomes idle later, and would be kept alive.
        const timer = setInterval(() => server.closeIdleConnections(), IDLE_CHECK);
        server.close((error) => {
          clearInterval(timer);
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}

function wholeRequest(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, headers, url } = request;
  return Object.assign(Readable.from([body]), { method, headers, url }) as unknown as IncomingMessage;
}
