import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feed } from '../lambda/model/feed.ts';
import { ingestDocument } from '../lambda/pipeline/ingest-document.ts';
import { createStore } from '../lambda/store/create-store.ts';
import { openTableFile } from '../local/sqlite/open-table-file.ts';
import { manyArticles } from './sample-articles.ts';

const ITEMS = 200;
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
const FEED: Feed = {
  id: 'bench',
  url: 'https://bench.example/feed',
  title: 'Bench',
  siteUrl: null,
  folder: null,
  tags: [],
  fullText: 'never',
  paused: true,
  createdAt: '2026-11-23T10:00:00Z',
};

/** Parse, extract and store new items on the SQLite file, and the same document again. */
export async function benchIngest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const opened = openTableFile({ folder, log: QUIET });
  const clock = { now: () => Date.now() };
  const store = createStore({ table: opened.table, clock });
  const bytes = await manyArticles(ITEMS);
  const rows: string[] = [];
  try {
    for (const name of ['new items', 'the same items again']) {
      const began = process.hrtime.bigint();
      const entries = await store.feeds.entries(FEED.id);
      await ingestDocument({ feed: FEED, bytes, entries }, { store, clock, log: QUIET, retentionDays: 0 });
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      rows.push(`| ${name} | ${(ITEMS / seconds).toFixed(0)} | ${(process.memoryUsage().rss / 1e6).toFixed(0)} |`);
    }
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
  return `| ${ITEMS} whole articles, parsed, extracted, stored on disk | items/s | RSS MB |\n| --- | --- | --- |\n${rows.join('\n')}`;
}
