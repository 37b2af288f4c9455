import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subjectOf } from '../../lambda/store/counts/subject.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { putInvented } from './invented-items.ts';
import { runToEnd } from './run-to-end.ts';

const START = Date.parse('2026-03-14T00:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FEEDS = 5_000;
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
/** News of ten minutes, of 100,000 a day. */
const NEWS_A_RUN = 700;

/** A day of so many items, straight in the table, is counted to its end: how long each run took, and what it reached. */
export function benchLargeDay(items: number): Promise<string> {
  return withFolder(async (folder) => {
    const at = (number: number): number => START + Math.floor((DAY * number) / items);
    const statements = await inTable(folder, (table) =>
      putInvented(table, {
        ...{ count: items, prefix: 'large', publishedAt: at, changedAt: at },
        feedOf: (number) => (number * 7_919) % FEEDS,
      }),
    );
    const lines = await runToEnd(folder, START + DAY, async () => undefined);
    return [...lines, await countedLine(folder, { items, statements })].join('\n');
  });
}

/** A first import of so many feeds with 30 items each, of the last 60 days, while news goes on. */
export function benchImport(feeds: number): Promise<string> {
  return withFolder(async (folder) => {
    let items = feeds * 30;
    const now = START + DAY;
    let statements = await inTable(folder, (table) =>
      putInvented(table, {
        ...{ count: items, prefix: 'import' },
        publishedAt: (number) => now - 2 * HOUR - Math.floor((60 * DAY * (number % 30)) / 30) - number,
        changedAt: (number) => now - Math.floor((2 * HOUR * (items - number)) / items),
        feedOf: (number) => Math.floor(number / 30),
      }),
    );
    const lines = await runToEnd(folder, now, async (run, moment) => {
      const at = (number: number): number => moment - 600_000 + Math.floor((600_000 * number) / NEWS_A_RUN);
      const feedOf = (number: number): number => (number * 7_919) % feeds;
      const news = { count: NEWS_A_RUN, prefix: `news${run}`, publishedAt: at, changedAt: at, feedOf };
      items += NEWS_A_RUN;
      statements += await inTable(folder, (table) => putInvented(table, news));
    });
    return [...lines, await countedLine(folder, { items, statements })].join('\n');
  });
}

async function withFolder(work: (folder: string) => Promise<string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-rollup-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function inTable<T>(folder: string, work: (table: Table) => Promise<T>): Promise<T> {
  const { table, close } = openTableFile({ folder, log: QUIET });
  try {
    return await work(table);
  } finally {
    await close();
  }
}

/** Compares the sums of all days with what was put. Throws where they differ. */
function countedLine(folder: string, { items, statements }: { items: number; statements: number }): Promise<string> {
  return inTable(folder, async (table) => {
    const store = createStore({ table, clock: { now: () => START + 2 * DAY } });
    const rows = await store.rollups.ofSubject(subjectOf.all());
    const sum = (name: 'items' | 'statements'): number => rows.reduce((total, row) => total + row[name], 0);
    if (sum('items') !== items || sum('statements') !== statements)
      throw new Error(`counted ${sum('items')} items of ${items}, ${sum('statements')} statements of ${statements}`);
    return `| | | all are counted: ${items} items, ${statements} statements, ${rows.length} days | | | |`;
  });
}
