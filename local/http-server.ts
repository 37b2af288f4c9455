import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { DatelineError } from '../lambda/model/errors.ts';

/** The port is taken, or may not be used. */
export class PortError extends DatelineError {
  override name = 'PortError';
}

/** A server on the loopback interface. */
export interface HttpServer {
  port: number;
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes any free one. Throws PortError `port-taken` or `port-refused`. */
export async function listenOnLoopback(
  port: number,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<HttpServer> {
  const server = createAdaptorServer({ fetch }) as Server;
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new PortError('port-taken', `port ${port} of 127.0.0.1 is taken by another program`, error);
    }
    throw new PortError('port-refused', `port ${port} of 127.0.0.1 can't be opened: ${code}`, error);
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
