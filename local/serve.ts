import { readFile } from 'node:fs/promises';
import type { Clock, Log } from '../lambda/model/ports.ts';
import { createApp } from '../lambda/web/create-app.ts';
import { accessFor, firstKey } from './access.ts';
import { localCapabilities } from './capabilities.ts';
import { type FirstRun, firstRun } from './first-run.ts';
import { type Answer, type HttpServer, listen } from './http-server.ts';
import { type Notifying, startNotifying } from './notifying.ts';
import { openLocalStore } from './open-store.ts';
import { createPastedReader } from './pasted-reader.ts';
import { type Polling, startPolling } from './polling.ts';
import type { LocalSettings } from './settings.ts';

/** What a machine is served with. */
export interface ServeOptions {
  folder: string;
  port: number;
  /** Address of this machine that the server listens on. Beyond the loopback interface, keys are asked for. */
  host: string;
  /** Address by which others open the server, through a proxy that ends TLS; keys are asked for. */
  publicUrl: URL | null;
  poll: boolean;
  settings: LocalSettings;
  clock: Clock;
  log: Log;
  /** Told of each feed that was polled, with what that brought. */
  onPoll(title: string, line: string): void;
  /** Told how far the first run is. */
  onProgress?: (done: number, total: number) => void;
  /** Told when this process begins to poll what another one polled before. */
  onTakeOver?: () => void;
}

/** A running machine. */
export interface Serving {
  url: string;
  /** The key that was made at the first start that asks for keys; `null` where there is one already, or none is asked for. */
  firstKey: string | null;
  /** `null` where the store had feeds already. */
  firstRun: FirstRun | null;
  /** Which other process polls the feeds of this folder, in words. */
  polledBy: string | null;
  /** Stops polling, finishes what is being written, closes the server and the store. */
  stop(): Promise<void>;
}

const WEB = new URL('../web/', import.meta.url);
const readWeb = (name: string): Promise<string> => readFile(new URL(name, WEB), 'utf8');

/**
 * Opens the store in the folder and serves the API and the pages, with the sample articles in an empty store before
 * the first request is answered; then polls, unless another process polls this folder. Throws PortError, and StoreError where the store can't be opened.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { folder, port, clock, log, settings } = options;
  let answer: Answer | null = null;
  let ready = (): void => undefined;
  const whenReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const place = { host: options.host, publicUrl: options.publicUrl };
  const waiting: Answer = async (request, bindings) => {
    await whenReady;
    return answer?.(request, bindings) ?? new Response(null, { status: 503 });
  };
  const server = await listen(port, waiting, options.host);
  try {
    const opened = await openLocalStore(folder, clock, log);
    try {
      const { store, table } = opened;
      const assets = { stylesheet: await readWeb('style.css'), script: await readWeb('script.js') };
      const first = await firstRun({
        store,
        clock,
        log,
        retentionDays: settings.retentionDays,
        onProgress: options.onProgress,
      });
      const polling = startPolling({ ...options, store, table });
      const notifying = startNotifying({ store, clock, log, settings });
      const pasted = createPastedReader();
      const app = createApp({
        store,
        clock,
        log,
        ...accessFor(place, { store, clock, log }),
        capabilities: localCapabilities(polling, { clock, allowHosts: settings.allowHosts }),
        assets,
        extract: pasted.extract,
        streams: true,
      });
      answer = app.fetch;
      ready();
      const polledBy = await polling.polledBy;
      const key = await firstKey(place, store, clock);
      const url = addressOf(options, server.port);
      const seen = lookOnce(app, `http://127.0.0.1:${server.port}/`);
      const stop = async (): Promise<void> => {
        await seen;
        await pasted.rest();
        await stopAll({ polling, notifying, server, opened });
      };
      return { url, firstKey: key, firstRun: first, polledBy, stop };
    } catch (error) {
      await opened.close();
      throw error;
    }
  } catch (error) {
    ready();
    await server.close();
    throw error;
  }
}

/** Where people find the server. */
function addressOf({ host, publicUrl }: Pick<ServeOptions, 'host' | 'publicUrl'>, port: number): string {
  if (publicUrl) return publicUrl.href;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

/** Makes the first page once for nobody, so that whoever asks for it first does not wait for code that never ran; what is wrong with it is theirs to hear. */
async function lookOnce(app: { fetch(request: Request): Response | Promise<Response> }, url: string): Promise<void> {
  try {
    await (await app.fetch(new Request(url))).text();
  } catch {}
}

interface Running {
  polling: Polling;
  notifying: Notifying;
  server: HttpServer;
  opened: { close(): Promise<void> };
}

async function stopAll({ polling, notifying, server, opened }: Running): Promise<void> {
  await Promise.all([polling.stop(), notifying.stop()]);
  await server.close();
  await opened.close();
}
