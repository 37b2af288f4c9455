import { readFile } from 'node:fs/promises';
import { openToAll } from '../../lambda/api/kernel/guard/authorise.ts';
import { keyGuard } from '../../lambda/api/kernel/guard/key-guard.ts';
import { sha256 } from '../../lambda/common/hash.ts';
import { extract } from '../../lambda/extract/extract.ts';
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import type { Store } from '../../lambda/store/store.ts';
import { createApp } from '../../lambda/web/create-app.ts';
import { firstRun } from '../../local/first-run.ts';
import { listen } from '../../local/http-server.ts';
import type { FakeClock } from '../support/fake-clock.ts';
import { ARTICLES, ingestArticle, RIVAL } from '../support/ferry-story.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { quietLog } from '../support/quiet-log.ts';

/** The morning on which the pages are looked at: a few days after the newest sample article. */
export const NOW = '2026-11-25T10:30:00Z';

/** When the articles came; counting leaves out the last minute. */
const STORED = '2026-11-25T06:00:00Z';

const WEB = new URL('../../web/', import.meta.url);

/** Pages served on loopback, with what is behind them. */
export interface World {
  /** Without a slash at its end. */
  url: string;
  /** The same behind a key, as it is on AWS. */
  guarded: { url: string; key: string };
  store: Store;
  clock: FakeClock;
  close(): Promise<void>;
}

/** Serves all pages on a real store in memory, with the sample articles, a story of the spring that several outlets tell, and their counts; nothing is polled. */
export async function openWorld(port = 0): Promise<World> {
  const { store, clock, close } = await openMemoryStore(STORED);
  const log = quietLog();
  await firstRun({ store, clock, log, retentionDays: 365 });
  for (const outlet of Object.keys(ARTICLES)) await ingestArticle({ store, clock }, outlet);
  await ingestArticle({ store, clock }, 'rival', { at: '2026-03-03T09:00:00Z', lines: RIVAL });
  clock.set(NOW);
  await rollup({ store, clock, log });
  const read = (name: string): Promise<string> => readFile(new URL(name, WEB), 'utf8');
  const assets = { stylesheet: await read('style.css'), script: await read('script.js') };
  const shared = { store, clock, log, extract, assets, hostNames: [] };
  const app = createApp({ ...shared, authorise: openToAll });
  const guard = createApp({ ...shared, ...keyGuard({ store, clock, log }) });
  const [server, guarded] = await Promise.all([
    listen(port, (request) => app.fetch(request)),
    listen(0, (request) => guard.fetch(request)),
  ]);
  const key = 'a-key-of-the-newsroom-0123456789';
  await store.keys.put({ sha256: sha256(key), name: 'newsroom', scope: 'read', createdAt: NOW, expiresAt: null });
  return {
    url: `http://127.0.0.1:${server.port}`,
    guarded: { url: `http://127.0.0.1:${guarded.port}`, key },
    store,
    clock,
    async close() {
      await Promise.all([server.close(), guarded.close()]);
      await close();
    },
  };
}
