import { PACKING } from '../../lambda/model/names.ts';
import { tableKindFor } from '../table-class.ts';
import type { Measured } from './measured.ts';
import type { PRICES } from './prices.ts';

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

/** What cannot be measured without AWS, or is set by the stack. */
export const ASSUMED = {
  /** Of the polls without news, so many are answered with 304; the others send the document again, */
  notModifiedShare: 0.5,
  /** and so many send just the same bytes, without another date of building or other advertisements. */
  sameBytesShare: 0.25,
  /** Hosts that a run asks side by side, and seconds that it waits for the slowest of so many. */
  hostsAtOnce: 40,
  fetchSeconds: 0.7,
  /** Bytes of a feed's message; what SQS is asked is counted by 64 KB. */
  messageBytes: 700,
  /** All feeds of a host that are due travel together. Of so many runs at most a host has more, for which the run keeps the distance at its end. */
  restShare: 0.01,
  restSeconds: 1,
  ingestGigabytes: 512 / 1024,
  /** A function of 512 MB has this share of a processor (Lambda guide: 1,769 MB have one). */
  processorShare: 512 / 1769,
  dispatchSeconds: 0.3,
  /** Each feed's state is looked at every minute: some 10 µs of a processor, of which the function has a seventh. */
  dispatchSecondsAFeed: 0.00007,
  /** Partitions of states, and of what may be due beside them. */
  statePartitions: 8,
  otherPartitions: 12,
  dispatchGigabytes: 0.25,
  rollupGigabytes: 1,
  rollupProcessorShare: 1024 / 1769,
  /** Items whose words are indexed anew every hour, on average, until there are enough of them for a batch, which is written once. */
  openItems: 250,
  /** To index an item's words its body and its record are read, half a unit for each 4 KB. */
  indexingReadUnits: 1.5,
  /** Bytes of log lines, with what CloudWatch and the functions' runtime add: of a poll with news, and of one without in the line of all such of a run. */
  newsPollLogBytes: 420,
  quietPollLogBytes: 90,
  /** That line itself, and the one that tells the metrics. */
  runLogBytes: 800,
  /** Five pollers of the event source ask every 20 s, also while there is nothing. */
  emptyReceives: 5 * 3 * MINUTES_A_MONTH,
  /** Of ours. */
  metrics: 5,
  alarmMetrics: 15,
} as const;

/** Dollars a month, by what they are paid for. */
export type Estimate = Record<(typeof PARTS)[number], number> & { total: number };

export const PARTS = [
  'writes of items',
  'writes of polls',
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

/** What a load costs in a month, once as many items are stored as are kept. The API's own requests come on top: about a dollar a million. */
export function estimate(load: Load, measured: Measured, prices: typeof PRICES): Estimate {
  const { feeds, itemsPerDay, pollsPerDay, retentionDays, statementsPerItem } = load;
  const { poll, item, indexing, statement, dispatch } = measured;
  const polls = feeds * pollsPerDay * DAYS_A_MONTH;
  const items = feeds * itemsPerDay * DAYS_A_MONTH;
  const statements = items * statementsPerItem;
  const newsPolls = Math.min(polls, items);
  const notModified = (polls - newsPolls) * ASSUMED.notModifiedShare;
  const sameBytes = (polls - newsPolls) * ASSUMED.sameBytesShare;
  const again = polls - newsPolls - notModified - sameBytes;
  const kept = feeds * itemsPerDay * retentionDays;
  const { runs, requests, pollsPerRun } = runsOf(polls);
  const { dynamodb, lambda, sqs, scheduler, logs, cloudwatch } = prices;

  const indexed = items + HOURS_A_MONTH * ASSUMED.openItems;
  const wordWrites = (indexed * item.wordBytes) / 1024;
  const itemWrites = items * item.writeUnits + statements * statement.writeUnits + wordWrites;
  const reads =
    notModified * poll.notModified.readUnits +
    sameBytes * poll.sameBytes.readUnits +
    again * poll.unchanged.readUnits +
    newsPolls * poll.news.readUnits +
    items * item.rollupReadUnits +
    indexed * ASSUMED.indexingReadUnits +
    polls * dispatch.readUnits +
    MINUTES_A_MONTH * lookUnits(feeds * dispatch.stateBytes);
  const bytesOf = (kind: 'tableBytes' | 'indexBytes') =>
    (kept * (item[kind] + statementsPerItem * statement[kind]) + feeds * measured.feed[kind]) / GIGABYTE;
  const logged = feeds * itemsPerDay * LOG_DAYS;
  const otherGigabytes = (kept * item.wordBytes + logged * item.logBytes) / GIGABYTE;
  const processorSeconds =
    (notModified * poll.notModified.milliseconds +
      sameBytes * poll.sameBytes.milliseconds +
      again * poll.unchanged.milliseconds +
      newsPolls * poll.news.milliseconds) /
    1000;
  const rounds = Math.max(1, pollsPerRun / ASSUMED.hostsAtOnce);
  const runSeconds = rounds * ASSUMED.fetchSeconds + ASSUMED.restShare * ASSUMED.restSeconds;
  const ingestSeconds = runs * runSeconds + processorSeconds / ASSUMED.processorShare;
  const countedMilliseconds = items * item.rollupMilliseconds + indexed * indexing.milliseconds;
  const rollupSeconds = countedMilliseconds / 1000 / ASSUMED.rollupProcessorShare;
  const gigabyteSeconds =
    ingestSeconds * ASSUMED.ingestGigabytes +
    rollupSeconds * ASSUMED.rollupGigabytes +
    MINUTES_A_MONTH * (ASSUMED.dispatchSeconds + feeds * ASSUMED.dispatchSecondsAFeed) * ASSUMED.dispatchGigabytes;
  const logGigabytes =
    (newsPolls * ASSUMED.newsPollLogBytes +
      (polls - newsPolls) * ASSUMED.quietPollLogBytes +
      runs * ASSUMED.runLogBytes) /
    GIGABYTE;
  const table = dynamodb[tableKindFor(retentionDays)];

  const parts: Record<(typeof PARTS)[number], number> = {
    'writes of items': (itemWrites * table.millionWriteUnits) / MILLION,
    'writes of polls': (polls * poll.notModified.writeUnits * table.millionWriteUnits) / MILLION,
    reads: (reads * table.millionReadUnits) / MILLION,
    storage: (bytesOf('tableBytes') + otherGigabytes + bytesOf('indexBytes')) * table.storedGigabyteMonth,
    // Continuous backups are of the table alone: indexes are made anew from it.
    backup: (bytesOf('tableBytes') + otherGigabytes) * dynamodb.backupGigabyteMonth,
    Lambda:
      gigabyteSeconds * lambda.gigabyteSecond +
      ((runs + MINUTES_A_MONTH + HOURS_A_MONTH) * lambda.millionRequests) / MILLION,
    'SQS and schedules':
      (requests * sqs.millionRequests) / MILLION +
      ((MINUTES_A_MONTH + HOURS_A_MONTH) * scheduler.millionRuns) / MILLION,
    logs: logGigabytes * (logs.ingestedGigabyte + logs.storedGigabyteMonth),
    'metrics, alarms and dashboard':
      ASSUMED.metrics * cloudwatch.metricMonth +
      ASSUMED.alarmMetrics * cloudwatch.alarmMetricMonth +
      cloudwatch.dashboardMonth,
  };
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}
