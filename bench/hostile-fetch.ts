import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createFetcher } from '../lambda/fetch/create-fetcher.ts';
import { FetchError } from '../lambda/model/errors.ts';
import { HOSTILE_SERVERS, type HostileServer } from './hostile-servers.ts';

/** The time that one fetch may take here, so that those which only end by it do not make the bench long; 20 s otherwise. */
const LIMIT = 500;

/** How the fetch of a hostile server's document ended, and after how many milliseconds. */
export async function askHostile(server: HostileServer): Promise<{ code: string; milliseconds: number }> {
  const open = new Set<Socket>();
  const listening = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', () => server.speak(socket));
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const place = `127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const origin = `${server.secure ? 'https' : 'http'}://${place}`;
  const settings = { contact: null, allowHosts: [place], timeoutMilliseconds: LIMIT };
  const fetcher = createFetcher(settings, { now: () => 0 });
  const began = performance.now();
  try {
    await fetcher.fetch({ url: `${origin}/` });
    return { code: 'read', milliseconds: performance.now() - began };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { code: error.code, milliseconds: performance.now() - began };
  } finally {
    fetcher.close();
    for (const socket of open) socket.destroy();
    listening.close();
  }
}

/** Each hostile server with the milliseconds that asking it costs, the slowest of three runs. */
export async function benchHostileFetch(): Promise<string> {
  const rows: string[] = [];
  for (const server of HOSTILE_SERVERS) {
    let slowest = 0;
    let ended = '';
    for (let round = 0; round < 3; round += 1) {
      const { code, milliseconds } = await askHostile(server);
      slowest = Math.max(slowest, milliseconds);
      ended = code;
    }
    rows.push(`| ${server.name} | ${Math.round(slowest)} | ${ended} |`);
  }
  return [`| hostile server, time limit ${LIMIT} ms | ms | how it ends |`, '| --- | --- | --- |', ...rows].join('\n');
}
