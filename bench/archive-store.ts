import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { dayOf, hourOf } from '../lambda/model/instant.ts';
import { rollup } from '../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../lambda/store/create-store.ts';
import { changeRecord } from '../lambda/store/items/change-record.ts';
import { dayRecord } from '../lambda/store/items/day-record.ts';
import { editionRows } from '../lambda/store/items/edition-rows.ts';
import { summaryOf } from '../lambda/store/items/item-summary.ts';
import { itemRecord } from '../lambda/store/items/record.ts';
import type { Store } from '../lambda/store/store.ts';
import type { SpeakerObservation } from '../lambda/store/store-shapes.ts';
import type { Attributes, Key } from '../lambda/store/table/port.ts';
import { openTableFile } from '../local/sqlite/open-table-file.ts';
import { ARCHIVE_END, ARCHIVE_FEEDS, inventedArchive } from './invented-archive.ts';

const AT_ONCE = 500;
/** Moves when what is loaded changes. */
const VERSION = 7;
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
/** An hour after the end of the archive. */
const CLOCK = { now: () => ARCHIVE_END + 3_600_000 };

/** A store on disk with an archive in it. */
export interface ArchiveStore {
  store: Store;
  clock: typeof CLOCK;
  close(): Promise<void>;
}

/** Opens the store of an archive of so many statements; it is made once, and kept in the folder for temporary files. */
export async function openArchive(statements: number): Promise<ArchiveStore> {
  const folder = join(tmpdir(), `dateline-bench-archive-${VERSION}-${statements}`);
  const mark = join(folder, 'whole');
  if (!existsSync(mark)) {
    await rm(folder, { recursive: true, force: true });
    await makeArchive(folder, statements);
    await writeFile(mark, '');
  }
  return open(folder);
}

async function open(folder: string): Promise<ArchiveStore> {
  const embedded = openTableFile({ folder, log: QUIET });
  const store = createStore({ table: embedded.table, clock: CLOCK });
  return { store, clock: CLOCK, close: async () => embedded.close() };
}

async function makeArchive(folder: string, statements: number): Promise<void> {
  const began = process.hrtime.bigint();
  const observations = new Map<string, SpeakerObservation>();
  const embedded = openTableFile({ folder, log: QUIET });
  const context = { ...embedded, clock: CLOCK, delay: setTimeout };
  let waiting: (Attributes & Key)[] = [];
  let records = 0;
  for await (const record of recordsOf(statements, observations)) {
    records++;
    if (waiting.push(record) < AT_ONCE) continue;
    await context.table.batchWrite(waiting);
    waiting = [];
  }
  await context.table.batchWrite(waiting);
  await embedded.close();
  const { store, close } = await open(folder);
  for (const id of ARCHIVE_FEEDS) {
    const feed = { id, url: `https://archive.example/${id}`, title: `The ${id} Gazette`, siteUrl: null, folder: null };
    await store.feeds.put({ ...feed, tags: [], fullText: 'never', paused: true, createdAt: '2025-10-01T00:00:00Z' });
  }
  await store.speakers.record([...observations.values()]);
  await rollup({ store, clock: CLOCK, log: QUIET });
  await close();
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  console.error(`an archive of ${statements} statements (${records} records) was made in ${seconds.toFixed(0)} s`);
}

async function* recordsOf(statements: number, observations: Map<string, SpeakerObservation>) {
  const days = new Set<string>();
  for (const bundle of inventedArchive(statements)) {
    const { item, owned, coming } = await editionRows(bundle);
    const changeDay = dayOf(item.changedAt);
    if (!days.has(changeDay)) {
      days.add(changeDay);
      for (const kind of ['items', 'statements', 'changed'] as const) yield dayRecord.encode({ kind, day: changeDay });
    }
    yield* owned;
    yield* coming;
    yield itemRecord.encode({ ...summaryOf(item), edition: item.edition, copies: [] });
    const { id: itemId, revision, changedAt } = item;
    yield changeRecord.encode({
      itemId,
      revision,
      changedAt,
      hours: [hourOf(item.sortAt)],
      removed: false,
      formerCopies: [],
      copies: [],
      formers: [],
    });
    for (const { speaker } of bundle.statements) {
      if (!speaker?.id || observations.has(speaker.id)) continue;
      const { id, name, kind, role } = speaker;
      observations.set(id, { id, name, kind, role, aliases: [], seenAt: item.sortAt });
    }
  }
}
