import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { Capabilities } from '../../lambda/api/kernel/capabilities.ts';
import { openToAll } from '../../lambda/api/kernel/guard/authorise.ts';
import type { KeyGuardDependencies, keyGuard } from '../../lambda/api/kernel/guard/key-guard.ts';
import type { AppEnv } from '../../lambda/api/kernel/http/app-env.ts';
import { extract } from '../../lambda/extract/extract.ts';
import type { Log } from '../../lambda/model/ports.ts';
import type { Store } from '../../lambda/store/store.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import { createApp } from '../../lambda/web/create-app.ts';
import { type ArticleSpec, bundle, observations } from './articles.ts';
import type { FakeClock } from './fake-clock.ts';
import { type MemoryStore, openMemoryStore } from './memory-store.ts';

/** Midday of the day on which the query tests play. */
export const NOW = '2026-03-15T12:00:00Z';

/** An answer of the API, read. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  body: any;
}

/** The API on a store of its own. */
export interface QueryApp {
  app: Hono<AppEnv>;
  store: Store;
  table: Table;
  clock: FakeClock;
  /** Puts one record past the store, as a run that died halfway leaves it. */
  putRecord(record: Record<string, unknown>): Promise<void>;
  logged: string[];
  get(path: string, init?: RequestInit): Promise<Answer>;
  /** Follows `nextUrl` to the end; calls `between` before each further page. */
  pages(path: string, between?: () => Promise<void>): Promise<Answer['body'][]>;
  save(...articles: ArticleSpec[]): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the API on an empty store in memory; the clock stands at `NOW` until it is set. */
export async function openQueryApp(
  more: {
    /** `keyGuard`, for an app that asks for keys. */
    guard?: (deps: KeyGuardDependencies) => ReturnType<typeof keyGuard>;
    hostNames?: string[];
    capabilities?: Capabilities;
    /** As the server of one machine, which answers at any length. */
    streams?: boolean;
    /** Where requests come from. */
    address?: () => string;
    /** Another store than an empty one in memory. */
    opened?: MemoryStore;
  } = {},
): Promise<QueryApp> {
  const { store, clock, table, close } = more.opened ?? (await openMemoryStore(NOW));
  const logged: string[] = [];
  const write = (message: string, fields?: object) => void logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  const log: Log = { info: write, warn: write, error: write };
  const readWeb = (name: string): string => readFileSync(new URL(`../../web/${name}`, import.meta.url), 'utf8');
  const assets = { stylesheet: readWeb('style.css'), script: readWeb('script.js') };
  const guard = more.guard?.({ store, clock, log }) ?? { authorise: openToAll };
  const hosts = more.hostNames ? { hostNames: more.hostNames } : {};
  const addressOf = () => more.address?.() ?? null;
  const capabilities = more.capabilities ? { capabilities: more.capabilities } : {};
  const app = createApp({
    store,
    clock,
    log,
    ...guard,
    addressOf,
    ...capabilities,
    assets,
    extract,
    ...hosts,
    streams: more.streams ?? false,
  });

  const get: QueryApp['get'] = async (path, init) => {
    const response = await app.request(path, init);
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : null };
  };

  return {
    app,
    store,
    table,
    clock,
    logged,
    get,
    close,
    async putRecord(record) {
      await table.put(record as never);
    },
    async pages(path, between) {
      const bodies: Answer['body'][] = [];
      for (let url: string | null = path; url !== null; url = bodies.at(-1).nextUrl) {
        if (bodies.length > 0) await between?.();
        const { status, body, text } = await get(url);
        if (status !== 200) throw new Error(`${status} for ${url}: ${text}`);
        bodies.push(body);
      }
      return bodies;
    },
    async save(...articles) {
      const ids: string[] = [];
      for (const spec of articles) {
        const written = bundle(spec);
        const known = await store.items.known([written.item.id]);
        const previous = known.get(written.item.id) ?? null;
        const { outcome } = await store.items.save({ ...written, previous });
        if (outcome !== 'stored') throw new Error(`${spec.name} was not stored`);
        await store.speakers.record(observations(written));
        ids.push(written.item.id);
      }
      return ids;
    },
  };
}
