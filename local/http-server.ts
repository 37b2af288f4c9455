import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { DatelineError } from '../lambda/model/errors.ts';

/** The port is taken, or may not be used. */
export class PortError extends DatelineError {
  override name = 'PortError';
}

/** A running server. */
export interface HttpServer {
  port: number;
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Answers a request; the bindings hold the connection it came by. */
export type Answer = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/** Listens on 127.0.0.1, or on another address of this machine; port 0 takes any free one. Throws PortError `port-taken` or `port-refused`. */
export async function listen(port: number, fetch: Answer, host = '127.0.0.1'): Promise<HttpServer> {
  const server = createAdaptorServer({ fetch: (request, env) => fetch(request, env as HttpBindings) }) as Server;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new PortError('port-taken', `port ${port} of ${host} is taken by another program`, error);
    }
    throw new PortError('port-refused', `port ${port} of ${host} can't be opened: ${code}`, error);
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
