import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { createFetcher } from '../../../lambda/fetch/create-fetcher.ts';
import type { FetchSettings } from '../../../lambda/fetch/settings.ts';
import { FetchError } from '../../../lambda/model/errors.ts';

export const NOW = Date.parse('2024-05-06T12:00:00Z');
export const clock = { now: () => NOW };

async function listen(server: Server | TcpServer, address = '127.0.0.1'): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A real HTTP server for one test; answers its address without a slash at the end. */
export const serve = (listener: RequestListener): Promise<string> => listen(createServer(listener));

/** The same at every address of 127.0.0.0/8; answers that of 127.0.0.1. */
export const serveEverywhere = (listener: RequestListener): Promise<string> =>
  listen(createServer(listener), '0.0.0.0');

/** A server that speaks raw bytes; each connection is handed over when its first bytes are in. */
export const serveRaw = (speak: (socket: Socket, asked: string) => void): Promise<string> =>
  listen(
    createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (data) => speak(socket, data.toString('latin1')));
      onTestFinished(() => void socket.destroy());
    }),
  );

/** A fetcher that may reach this machine, closed when the test is over. */
export function fetcherFor(settings: Partial<FetchSettings> = {}) {
  const fetcher = createFetcher({ contact: 'desk@news.example', allowHosts: ['127.0.0.0/8'], ...settings }, clock);
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** The FetchError that the promise fails with. */
export async function failure(promise: Promise<unknown>): Promise<FetchError> {
  const outcome = await promise.then(
    () => 'no error',
    (error: unknown) => error,
  );
  if (!(outcome instanceof FetchError)) throw new Error(`expected a FetchError, got ${String(outcome)}`);
  return outcome;
}
