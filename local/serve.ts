import { readFile } from 'node:fs/promises';
import { extract } from '../lambda/extract/extract.ts';
import { StoreError } from '../lambda/model/errors.ts';
import type { Clock, Log } from '../lambda/model/ports.ts';
import { openToAll } from '../lambda/query/authorise.ts';
import { createApp } from '../lambda/query/create-app.ts';
import { createStore } from '../lambda/store/create-store.ts';
import { localAbilities } from './abilities.ts';
import { makeDataFolder } from './data-folder.ts';
import { openEmbeddedStore } from './embedded-store/open-embedded-store.ts';
import { type FirstRun, firstRun } from './first-run.ts';
import { type HttpServer, listenOnLoopback } from './http-server.ts';
import { type Polling, startPolling } from './polling.ts';
import type { LocalSettings } from './settings.ts';

/** What a machine is served with. */
export interface ServeOptions {
  folder: string;
  port: number;
  poll: boolean;
  settings: LocalSettings;
  clock: Clock;
  log: Log;
  /** Told of each feed that was polled, with what that brought. */
  onPoll(title: string, line: string): void;
  /** Told how far the first run is. */
  onProgress?: (done: number, total: number) => void;
}

/** A running machine. */
export interface Serving {
  url: string;
  /** `null` where the store had feeds already. */
  firstRun: FirstRun | null;
  /** Stops polling, finishes what is being written, closes the server and the store. */
  stop(): Promise<void>;
}

const WEB = new URL('../web/', import.meta.url);
const readWeb = (name: string): Promise<string> => readFile(new URL(name, WEB), 'utf8');

/**
 * Opens the store in the folder and serves the API and the pages on 127.0.0.1, with the sample articles in an empty store before
 * the first request is answered; then polls. Throws PortError, and StoreError `in-use` where another process serves this folder.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { folder, port, clock, log, settings } = options;
  let answer: ((request: Request) => Response | Promise<Response>) | null = null;
  let ready = (): void => undefined;
  const whenReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const server = await listenOnLoopback(port, async (request) => {
    await whenReady;
    return answer?.(request) ?? new Response(null, { status: 503 });
  });
  try {
    const embedded = await openOwn(folder, log);
    try {
      const store = createStore({ ...embedded, clock });
      const assets = { stylesheet: await readWeb('style.css'), script: await readWeb('script.js') };
      const first = await firstRun({
        store,
        clock,
        log,
        retentionDays: settings.retentionDays,
        onProgress: options.onProgress,
      });
      const polling = startPolling({ ...options, store });
      const app = createApp({
        store,
        clock,
        log,
        authorise: openToAll,
        abilities: localAbilities(polling, { clock, allowHosts: settings.allowHosts }),
        assets,
        extract,
        hostNames: [],
        streams: true,
      });
      answer = app.fetch;
      ready();
      const url = `http://127.0.0.1:${server.port}/`;
      const seen = lookOnce(app, url);
      const stop = async (): Promise<void> => {
        await seen;
        await stopAll(polling, server, embedded);
      };
      return { url, firstRun: first, stop };
    } catch (error) {
      await embedded.close();
      throw error;
    }
  } catch (error) {
    ready();
    await server.close();
    throw error;
  }
}

/** Makes the first page once for nobody, so that whoever asks for it first does not wait for code that never ran; what is wrong with it is theirs to hear. */
async function lookOnce(app: { fetch(request: Request): Response | Promise<Response> }, url: string): Promise<void> {
  try {
    await (await app.fetch(new Request(url))).text();
  } catch {}
}

async function openOwn(folder: string, log: Log): ReturnType<typeof openEmbeddedStore> {
  await makeDataFolder(folder);
  const embedded = await openEmbeddedStore({ folder, log });
  if (embedded.owner) return embedded;
  await embedded.close();
  throw new StoreError('in-use', `another process has the data in ${folder} open`);
}

async function stopAll(polling: Polling, server: HttpServer, embedded: { close(): Promise<void> }): Promise<void> {
  await polling.stop();
  await server.close();
  await embedded.close();
}
