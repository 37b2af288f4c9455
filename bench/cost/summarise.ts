import type { Measured } from '../../lib/cost/measured.ts';
import { kindNamed } from '../../lib/cost/record-kinds.ts';
import { ARTICLE_BYTES } from './news.ts';
import { FEEDS, ITEMS_A_DAY, POLLS_A_DAY } from './news-days.ts';
import { OVERHEAD, type storedBytes } from './stored-bytes.ts';
import type { WorkRecorder } from './work-recorder.ts';

const PREFIXES = ['first ', 'timed ', ''];
const add = (list: number[]): number => list.reduce((sum, one) => sum + one, 0);
const rounded = (value: number): number => Number(value.toPrecision(4));

/** What was found beside the measured stretches of work. */
export interface Found {
  bytes: Awaited<ReturnType<typeof storedBytes>>;
  /** Statements that are stored. */
  stored: number;
  requests: Measured['requests'];
  extractorMilliseconds: number;
}

/** Write units of one of a stretch, by kind of record. */
function unitsOf(work: WorkRecorder, name: string, count = work.of(name).count): Map<string, number> {
  const { byKind } = work.of(name).consumed;
  return new Map([...byKind].map(([kind, one]) => [kind, (one.tableUnits + one.indexUnits) / count]));
}

/** Of one poll or page: `kind` is the record whose writes are taken; by default all. */
function onePoll(work: WorkRecorder, name: string, kind?: string) {
  const units = unitsOf(work, name);
  const timed = work.of(`timed ${name}`);
  return {
    writeUnits: rounded(kind ? (units.get(kind) ?? 0) : add([...units.values()])),
    readUnits: rounded(work.of(name).consumed.readUnits / work.of(name).count),
    milliseconds: rounded(timed.milliseconds / timed.count),
  };
}

/** Units and bytes of one of what a kind of record grows with. */
function kindsOf(work: WorkRecorder, bytes: Found['bytes'], allItems: number, statements: number): Measured['kinds'] {
  const items = work.of('news').count;
  const writes = [unitsOf(work, 'news'), unitsOf(work, 'rollup', items), unitsOf(work, 'indexing', items)];
  const kindOf = (name: string, { tableBytes, indexBytes }: Found['bytes'][string]) => {
    const { growsWith } = kindNamed(name);
    const units = add(writes.map((stretch) => stretch.get(name) ?? 0));
    const storedOf = (all: number): number => {
      if (growsWith === 'statement') return all / (allItems * statements);
      if (growsWith === 'round') return all;
      return all / (growsWith === 'feed' || growsWith === 'entries' || growsWith === 'poll' ? FEEDS : allItems);
    };
    const [table, index] = [rounded(storedOf(tableBytes)), rounded(storedOf(indexBytes))];
    const written = (): number => {
      if (growsWith === 'statement') return units / statements;
      if (growsWith === 'round') return (units * items) / work.of('rollup').count;
      // Batches of thousands of articles are written once, and the last one anew each hour: a day of few articles tells how long it is.
      if (growsWith === 'word') return table / 1024;
      return growsWith === 'feed' ? 0 : units;
    };
    return { writeUnits: rounded(written()), tableBytes: table, indexBytes: index };
  };
  return Object.fromEntries(Object.entries(bytes).map(([name, one]) => [name, kindOf(name, one)]));
}

/** The figures of a run. */
export function summarise(work: WorkRecorder, { bytes, stored, requests, extractorMilliseconds }: Found): Measured {
  const { of } = work;
  const items = of('news').count;
  const allItems = add(PREFIXES.map((prefix) => of(`${prefix}news`).count));
  const statements = stored / allItems;
  const pollOf = (name: string) => onePoll(work, name, 'STATES');
  const all = [...work.recorded.values()].map(({ consumed }) => consumed);
  return {
    measuredAt: new Date().toISOString().slice(0, 10),
    conditions: {
      feeds: FEEDS,
      pollsPerDay: POLLS_A_DAY,
      itemsPerDay: ITEMS_A_DAY,
      textBytesPerItem: ARTICLE_BYTES,
      statementsPerItem: rounded(statements),
      returnedTableUnits: add(all.map(({ returnedTableUnits }) => returnedTableUnits)),
      countedTableUnits: add(all.flatMap(({ byKind }) => [...byKind.values()].map((one) => one.tableUnits))),
    },
    poll: {
      notModified: pollOf('unchanged304'),
      sameBytes: pollOf('same200'),
      unchanged: pollOf('unchanged200'),
      news: pollOf('news'),
    },
    kinds: kindsOf(work, bytes, allItems, statements),
    statementsAboveOneKilobyte: rounded((bytes.STMT?.aboveOneKilobyte ?? 0) / (bytes.STMT?.records ?? 1)),
    counting: {
      readUnits: rounded(of('rollup').consumed.readUnits / items),
      milliseconds: rounded(of('timed rollup').milliseconds / of('timed news').count),
    },
    indexing: { milliseconds: rounded(of('timed indexing').milliseconds / of('timed indexing').count) },
    dispatch: {
      readUnits: rounded((of('dispatch').consumed.readUnits - of('idle').consumed.readUnits) / FEEDS),
      stateBytes: rounded((bytes.STATES?.tableBytes ?? 0) / FEEDS - OVERHEAD),
    },
    page: {
      teaser: onePoll(work, 'teaser'),
      wholeText: onePoll(work, 'news'),
      page: {
        ...onePoll(work, 'page'),
        milliseconds: rounded(onePoll(work, 'page').milliseconds - extractorMilliseconds),
      },
      extractorMilliseconds: rounded(extractorMilliseconds),
    },
    requests: Object.fromEntries(
      Object.entries(requests).map(([kind, { readUnits, milliseconds }]) => [
        kind,
        { readUnits: rounded(readUnits), milliseconds: rounded(milliseconds) },
      ]),
    ),
  };
}
