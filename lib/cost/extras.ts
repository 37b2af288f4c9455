import { tableKindFor } from '../table-class.ts';
import { ASSUMED } from './assumed.ts';
import { type Load, recordsOf } from './estimate.ts';
import type { Measured } from './measured.ts';
import type { PRICES } from './prices.ts';
import { STORIES } from './record-kinds.ts';

const DAYS_A_MONTH = 30;
const MILLION = 1e6;
const GIGABYTE = 2 ** 30;

/** Dollars a month more where the feeds of a load bring teasers, and the page of each item is fetched. */
export function pagesCost(load: Load, { page: measured }: Measured, prices: typeof PRICES): number {
  const { dynamodb, lambda } = prices;
  const table = dynamodb[tableKindFor(load.retentionDays)];
  const { teaser, wholeText, page, extractorMilliseconds } = measured;
  const more = (name: 'writeUnits' | 'readUnits' | 'milliseconds'): number =>
    teaser[name] + page[name] - wholeText[name];
  const ingestSeconds = ASSUMED.pageSeconds + more('milliseconds') / 1000 / ASSUMED.processorShare;
  const extractorSeconds = extractorMilliseconds / 1000 / ASSUMED.extractorProcessorShare;
  const gigabyteSeconds = ingestSeconds * ASSUMED.ingestGigabytes + extractorSeconds * ASSUMED.extractorGigabytes;
  const millionPages =
    more('writeUnits') * table.millionWriteUnits +
    more('readUnits') * table.millionReadUnits +
    gigabyteSeconds * MILLION * lambda.gigabyteSecond +
    2 * lambda.millionRequests;
  return (load.feeds * load.itemsPerDay * DAYS_A_MONTH * millionPages) / MILLION;
}

/** Dollars a month more for stories and sayings: their records and keeping them. What is read for them stands among the reads. */
export function storiesCost(load: Load, measured: Measured, { dynamodb }: typeof PRICES): number {
  const table = dynamodb[tableKindFor(load.retentionDays)];
  const { writes, tableBytes, indexBytes } = recordsOf(load, measured, [STORIES], table.millionWriteUnits);
  const stored = (tableBytes + indexBytes) * table.storedGigabyteMonth + tableBytes * dynamodb.backupGigabyteMonth;
  return writes[STORIES] + stored / GIGABYTE;
}

/** Dollars for a million requests of readers, of each kind that was measured, in a table whose items are kept so long. */
export function requestCosts(
  retentionDays: number,
  { requests }: Measured,
  prices: typeof PRICES,
): Record<string, number> {
  const { dynamodb, lambda, apiGateway } = prices;
  const { millionReadUnits } = dynamodb[tableKindFor(retentionDays)];
  const costOf = ({ readUnits, milliseconds }: { readUnits: number; milliseconds: number }): number => {
    const seconds = milliseconds / 1000 / ASSUMED.apiProcessorShare;
    const gigabyteSeconds = seconds * ASSUMED.apiGigabytes * MILLION;
    return (
      readUnits * millionReadUnits +
      gigabyteSeconds * lambda.gigabyteSecond +
      lambda.millionRequests +
      apiGateway.millionRequests
    );
  };
  return Object.fromEntries(Object.entries(requests).map(([kind, one]) => [kind, costOf(one)]));
}
