import { PACKING } from '../../lambda/model/names.ts';
import { tableKindFor } from '../table-class.ts';
import { ASSUMED } from './assumed.ts';
import type { Measured } from './measured.ts';
import type { PRICES } from './prices.ts';
import { type GrowsWith, kindNamed, WRITE_LINES } from './record-kinds.ts';

const DAYS_A_MONTH = 30;
/** How long the log of a feed is kept, whatever items are kept for. */
const LOG_DAYS = 30;
const HOURS_A_MONTH = DAYS_A_MONTH * 24;
const MINUTES_A_MONTH = HOURS_A_MONTH * 60;
const MILLION = 1e6;
const GIGABYTE = 2 ** 30;
/** Messages of a request, and bytes of it that are paid as one. */
const SQS_BATCH = 10;
const SQS_CHUNK = 65_536;

/** What a stage has to do. */
export interface Load {
  feeds: number;
  /** New items of a feed in a day, of some 4 KB of text each. */
  itemsPerDay: number;
  /** Polls of a feed in a day, those that bring items among them. */
  pollsPerDay: number;
  /** Days that items are kept. */
  retentionDays: number;
  statementsPerItem: number;
}

/** Dollars a month, by what they are paid for. */
export type Estimate = Record<(typeof PARTS)[number], number> & { total: number };

export const PARTS = [
  ...WRITE_LINES,
  'reads',
  'storage',
  'backup',
  'Lambda',
  'SQS and schedules',
  'logs',
  'metrics, alarms and dashboard',
] as const;

/** Runs of the worker in a month, and what SQS is asked for them: a run receives and deletes its pack. */
function runsOf(polls: number): { runs: number; requests: number; pollsPerRun: number } {
  const { messageBytes, emptyReceives } = ASSUMED;
  const { lanes, messages: feedsPerPack } = PACKING;
  const due = polls / MINUTES_A_MONTH;
  const packs = Math.max(Math.min(due, lanes * (1 - (1 - 1 / lanes) ** due)), due / feedsPerPack);
  // Where less than one feed is due in a minute, not every minute has a run.
  const least = Math.min(1, due);
  const runs = MINUTES_A_MONTH * packs;
  const sends = MINUTES_A_MONTH * Math.max(packs / SQS_BATCH, least);
  const chunks = (2 * polls * messageBytes) / SQS_CHUNK;
  return { runs, requests: 2 * runs + sends + chunks + emptyReceives, pollsPerRun: polls / runs };
}

/** Read units of looking for what is due: of a query half a unit for each 4 KB, and for a part of them. */
function lookUnits(stateBytes: number): number {
  const { statePartitions, otherPartitions } = ASSUMED;
  return (statePartitions * Math.ceil(stateBytes / statePartitions / 4096) + otherPartitions) / 2;
}

/** Items whose words are indexed in a month, the same one often. */
const indexedOf = ({ feeds, itemsPerDay }: Load): number =>
  feeds * itemsPerDay * DAYS_A_MONTH + HOURS_A_MONTH * ASSUMED.openItems;

/** Of each thing that kinds of record grow with: how many are written in a month, and how many are kept. */
function amountsOf(load: Load) {
  const { feeds, itemsPerDay, pollsPerDay, retentionDays, statementsPerItem } = load;
  const items = feeds * itemsPerDay * DAYS_A_MONTH;
  const kept = feeds * itemsPerDay * retentionDays;
  return {
    item: { written: items, kept },
    statement: { written: items * statementsPerItem, kept: kept * statementsPerItem },
    word: { written: indexedOf(load), kept },
    event: { written: items, kept: feeds * itemsPerDay * LOG_DAYS },
    entries: { written: items, kept: feeds },
    poll: { written: feeds * pollsPerDay * DAYS_A_MONTH, kept: feeds },
    feed: { written: 0, kept: feeds },
    round: { written: HOURS_A_MONTH, kept: 1 },
  } satisfies Record<GrowsWith, { written: number; kept: number }>;
}

/** What writing and keeping the kinds of some lines takes in a month: dollars by line, and bytes once as many items are stored as are kept. */
export function recordsOf<Line extends string>(
  load: Load,
  { kinds }: Pick<Measured, 'kinds'>,
  lines: readonly Line[],
  millionWriteUnits: number,
): { writes: Record<Line, number>; tableBytes: number; indexBytes: number } {
  const amounts = amountsOf(load);
  const writes = Object.fromEntries(lines.map((line) => [line, 0])) as Record<Line, number>;
  let [tableBytes, indexBytes] = [0, 0];
  for (const [name, kind] of Object.entries(kinds)) {
    const { line, growsWith } = kindNamed(name);
    if (!isOneOf(lines, line)) continue;
    const { written, kept } = amounts[growsWith];
    writes[line] += (written * kind.writeUnits * millionWriteUnits) / MILLION;
    tableBytes += kept * kind.tableBytes;
    indexBytes += kept * kind.indexBytes;
  }
  return { writes, tableBytes, indexBytes };
}

const isOneOf = <Line extends string>(lines: readonly Line[], line: string): line is Line =>
  lines.some((one) => one === line);

/** What a load costs in a month, once as many items are stored as are kept. Stories, pages of teasers and readers come on top (`extras.ts`). */
export function estimate(load: Load, measured: Measured, prices: typeof PRICES): Estimate {
  const { feeds, itemsPerDay, pollsPerDay, retentionDays } = load;
  const { poll, counting, indexing, dispatch } = measured;
  const polls = feeds * pollsPerDay * DAYS_A_MONTH;
  const items = feeds * itemsPerDay * DAYS_A_MONTH;
  const newsPolls = Math.min(polls, items);
  const notModified = (polls - newsPolls) * ASSUMED.notModifiedShare;
  const sameBytes = (polls - newsPolls) * ASSUMED.sameBytesShare;
  const again = polls - newsPolls - notModified - sameBytes;
  const { runs, requests, pollsPerRun } = runsOf(polls);
  const { dynamodb, lambda, sqs, scheduler, logs, cloudwatch } = prices;
  const table = dynamodb[tableKindFor(retentionDays)];

  const indexed = indexedOf(load);
  const { writes, tableBytes, indexBytes } = recordsOf(load, measured, WRITE_LINES, table.millionWriteUnits);
  const reads =
    notModified * poll.notModified.readUnits +
    sameBytes * poll.sameBytes.readUnits +
    again * poll.unchanged.readUnits +
    newsPolls * poll.news.readUnits +
    items * counting.readUnits +
    indexed * ASSUMED.indexingReadUnits +
    polls * dispatch.readUnits +
    MINUTES_A_MONTH * lookUnits(feeds * dispatch.stateBytes);
  const processorSeconds =
    (notModified * poll.notModified.milliseconds +
      sameBytes * poll.sameBytes.milliseconds +
      again * poll.unchanged.milliseconds +
      newsPolls * poll.news.milliseconds) /
    1000;
  const rounds = Math.max(1, pollsPerRun / ASSUMED.hostsAtOnce);
  const runSeconds = rounds * ASSUMED.fetchSeconds + ASSUMED.restShare * ASSUMED.restSeconds;
  const ingestSeconds = runs * runSeconds + processorSeconds / ASSUMED.processorShare;
  const countedMilliseconds = items * counting.milliseconds + indexed * indexing.milliseconds;
  const rollupSeconds = countedMilliseconds / 1000 / ASSUMED.rollupProcessorShare;
  const gigabyteSeconds =
    ingestSeconds * ASSUMED.ingestGigabytes +
    rollupSeconds * ASSUMED.rollupGigabytes +
    MINUTES_A_MONTH * ASSUMED.notifySeconds * ASSUMED.notifyGigabytes +
    MINUTES_A_MONTH * (ASSUMED.dispatchSeconds + feeds * ASSUMED.dispatchSecondsAFeed) * ASSUMED.dispatchGigabytes;
  // Dispatch and notify are run every minute.
  const schedules = 2 * MINUTES_A_MONTH + HOURS_A_MONTH * ASSUMED.rollupsAnHour;
  const logGigabytes =
    (newsPolls * ASSUMED.newsPollLogBytes +
      (polls - newsPolls) * ASSUMED.quietPollLogBytes +
      runs * ASSUMED.runLogBytes +
      (runs + schedules) * ASSUMED.reportLogBytes) /
    GIGABYTE;

  const parts: Record<(typeof PARTS)[number], number> = {
    ...writes,
    reads: (reads * table.millionReadUnits) / MILLION,
    storage: ((tableBytes + indexBytes) / GIGABYTE) * table.storedGigabyteMonth,
    // Continuous backups are of the table alone: indexes are made anew from it.
    backup: (tableBytes / GIGABYTE) * dynamodb.backupGigabyteMonth,
    Lambda: gigabyteSeconds * lambda.gigabyteSecond + ((runs + schedules) * lambda.millionRequests) / MILLION,
    'SQS and schedules': (requests * sqs.millionRequests + schedules * scheduler.millionRuns) / MILLION,
    logs: logGigabytes * (logs.ingestedGigabyte + logs.storedGigabyteMonth),
    'metrics, alarms and dashboard':
      ASSUMED.metrics * cloudwatch.metricMonth +
      ASSUMED.alarmMetrics * cloudwatch.alarmMetricMonth +
      cloudwatch.dashboardMonth,
  };
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}
