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
  /** Packs that a worker gets at once, of the ten that it takes at most. */
  packsPerRun: 8,
  /** Bytes of a message in a pack, with its feed. */
  messageBytes: 500,
  /** Seconds that a run waits for the slowest of its hosts, some thirty, which are asked side by side. */
  fetchSeconds: 0.7,
  /**
   * Of the runs, so many wait at their end for the distance between two requests: a host's feeds that are due together stand in one pack, but for those that
   * did not fit into it.
   */
  restShare: 0.01,
  restSeconds: 1,
  ingestGigabytes: 0.5,
  /** A function of 512 MB has this share of a processor (Lambda guide: 1,769 MB have one). */
  processorShare: 512 / 1769,
  dispatchSeconds: 0.3,
  /** Each feed's state is looked at every minute: some 10 µs of a processor, of which the function has a seventh. */
  dispatchSecondsAFeed: 0.00007,
  /** Partitions of states, and of what may be due beside them. */
  statePartitions: 8,
  otherPartitions: 12,
  dispatchGigabytes: 0.25,
  rollupGigabytes: 0.5,
  rollupProcessorShare: 512 / 1769,
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
  metrics: 7,
  alarmMetrics: 16,
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

/** Read units of looking for what is due: of a query half a unit for each 4 KB, and for a part of them. */
function lookUnits(stateBytes: number): number {
  const { statePartitions, otherPartitions } = ASSUMED;
  return (statePartitions * Math.ceil(stateBytes / statePartitions / 4096) + otherPartitions) / 2;
}

/**
 * What goes through the queue in a minute in which so many polls are due on average: each lane that has something to do gets a pack, or several where more
 * is due than fits; but sending and running is done at most once in a minute that has little to do, and not at all in one that has nothing.
 */
function transport(due: number): { runs: number; requests: number } {
  const { lanes, messages } = PACKING;
  const packs = Math.max(due / messages, lanes * (1 - (1 - 1 / lanes) ** due));
  const busyMinutes = 1 - Math.exp(-due);
  const runs = Math.max(busyMinutes, packs / ASSUMED.packsPerRun);
  const sends = Math.max(busyMinutes, packs / 10);
  const bytes = due * ASSUMED.messageBytes;
  // Of a run: what is received, which is paid for by its size, its deletion, and the change of how long it is kept from others.
  return { runs, requests: chunks(bytes / sends) * sends + (chunks(bytes / runs) + 2) * runs };
}

/** SQS counts a request for each 64 KB. */
const chunks = (bytes: number): number => Math.max(1, Math.ceil(bytes / 65_536));

/** What a load costs in a month, once as many items are stored as are kept. The API's own requests come on top: about a dollar a million. */
export function estimate(load: Load, measured: Measured, prices: typeof PRICES): Estimate {
  const { feeds, itemsPerDay, pollsPerDay, retentionDays, statementsPerItem } = load;
  const { poll, item, statement, dispatch } = measured;
  const polls = feeds * pollsPerDay * DAYS_A_MONTH;
  const items = feeds * itemsPerDay * DAYS_A_MONTH;
  const statements = items * statementsPerItem;
  const newsPolls = Math.min(polls, items);
  const notModified = (polls - newsPolls) * ASSUMED.notModifiedShare;
  const sameBytes = (polls - newsPolls) * ASSUMED.sameBytesShare;
  const again = polls - newsPolls - notModified - sameBytes;
  const kept = feeds * itemsPerDay * retentionDays;
  const minute = transport(polls / MINUTES_A_MONTH);
  const runs = minute.runs * MINUTES_A_MONTH;
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
  const runSeconds = ASSUMED.fetchSeconds + ASSUMED.restShare * ASSUMED.restSeconds;
  const ingestSeconds = runs * runSeconds + processorSeconds / ASSUMED.processorShare;
  const rollupSeconds = (items * item.rollupMilliseconds) / 1000 / ASSUMED.rollupProcessorShare;
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
  const requests = minute.requests * MINUTES_A_MONTH + ASSUMED.emptyReceives;

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
