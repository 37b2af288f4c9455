import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hourOf, toInstant } from '../lambda/model/instant.ts';
import { type RollupReport, rollup } from '../lambda/pipeline/rollup/rollup.ts';
import { subjectOf } from '../lambda/store/counts/subject.ts';
import { createStore } from '../lambda/store/create-store.ts';
import { changeRecord } from '../lambda/store/items/change-record.ts';
import { dayRecord } from '../lambda/store/items/day-record.ts';
import { summaryOf } from '../lambda/store/items/item-summary.ts';
import { itemRecord } from '../lambda/store/items/record.ts';
import { statementRecord } from '../lambda/store/statements/record.ts';
import type { ItemBundle } from '../lambda/store/store-shapes.ts';
import type { Attributes, Key } from '../lambda/store/table/port.ts';
import { openTableFile } from '../local/sqlite/open-table-file.ts';
import { inventedArchive, speakerName } from './invented-archive.ts';

const DAY = '2026-03-14';
const START = Date.parse(`${DAY}T00:00:00Z`);
const MILLISECONDS_A_DAY = 86_400_000;
const FEEDS = 5_000;
const SPEAKERS = 60_000;
const TEMPLATES = 500;
const AT_ONCE = 2_000;
const EDITION = '1-largeday';
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

/** A day of so many items, straight in the table, is counted to its end: how long each run took, and what it reached. */
export async function benchLargeDay(items: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-large-day-'));
  try {
    const opened = openTableFile({ folder, log: QUIET });
    const { table } = opened;
    let waiting: (Attributes & Key)[] = [];
    let statements = 0;
    for (const record of recordsOf(items, (count) => (statements += count))) {
      if (waiting.push(record) < AT_ONCE) continue;
      await table.batchWrite(waiting);
      waiting = [];
    }
    await table.batchWrite(waiting);
    const lines = [
      '| run | seconds | outcome | changes read | rows written | peak MB |',
      '| --- | --- | --- | --- | --- | --- |',
    ];
    let report: RollupReport | null = null;
    let isCounted = false;
    for (let run = 1; report?.outcome !== 'finished'; run++) {
      const began = Date.now();
      const store = createStore({ table, clock: { now: () => Date.now() } });
      report = await rollup({ store, clock: { now: () => Date.now() }, log: QUIET });
      const seconds = ((Date.now() - began) / 1000).toFixed(0);
      const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
      lines.push(`| ${run} | ${seconds} | ${report.outcome} | ${report.changes} | ${report.rows} | ${peak} |`);
      console.error(lines.at(-1));
      const [all] = await store.rollups.ofSubject(subjectOf.all());
      const isNowCounted = all?.items === items && all.statements === statements && report.words !== null;
      if (isNowCounted && !isCounted)
        lines.push(`| | | the day is counted: ${all.items} items, ${all.statements} statements | | | |`);
      isCounted ||= isNowCounted;
    }
    if (!isCounted) throw new Error('the day is not counted as it should be');
    opened.close();
    return lines.join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

function* recordsOf(items: number, tell: (statements: number) => void): Generator<Attributes & Key> {
  const templates: ItemBundle[] = [];
  for (const bundle of inventedArchive(TEMPLATES * 2.5)) templates.push(bundle);
  for (const kind of ['items', 'statements', 'changed'] as const) yield dayRecord.encode({ kind, day: DAY });
  for (let number = 0; number < items; number++) {
    const { item: like, statements: said } = templates[number % templates.length] as ItemBundle;
    const at = toInstant(START + Math.floor((MILLISECONDS_A_DAY * number) / items));
    const id = `large-${number.toString(36).padStart(8, '0')}`;
    const times = { publishedAt: at, storedAt: at, changedAt: at, sortAt: at, fetchedAt: at };
    const feedId = `feed-${(number * 7_919) % FEEDS}`;
    const item = {
      ...like,
      ...times,
      id,
      feedId,
      edition: EDITION,
      url: `https://news.example/${number}`,
      contentHash: id,
    };
    const statements = said.map((statement, index) => {
      // The lower the number, the more frequent.
      const speaker = Math.floor(SPEAKERS ** (((number * 31 + index * 17) % 9_973) / 9_973));
      const named = statement.speaker && { ...statement.speaker, id: `speaker-${speaker}`, name: speakerName(speaker) };
      const own = { itemId: id, feedId, sortAt: at, id: `${id}-${String(index).padStart(8, '0')}` };
      return { ...statement, ...own, edition: EDITION, url: item.url, speaker: named };
    });
    tell(statements.length);
    for (const statement of statements) yield statementRecord.encode(statement);
    yield itemRecord.encode({ ...summaryOf(item), edition: EDITION, copies: [], statementCount: statements.length });
    yield changeRecord.encode({
      ...{ itemId: id, revision: 1, changedAt: at, hours: [hourOf(at)], removed: false },
      ...{ formerCopies: [], copies: [], formers: [] },
    });
  }
}
