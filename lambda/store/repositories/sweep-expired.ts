import type { Instant } from '../../model/instant.ts';
import { TTL_ATTRIBUTE } from '../../model/names.ts';
import type { TableContext } from '../table.ts';
import { batchWrite } from '../table-batches.ts';
import { scanRecords } from '../table-queries.ts';

const CHUNK = 100;

/** Deletes all records whose time is over, as DynamoDB does by itself; answers how many. */
export async function sweepExpired(context: TableContext, now: Instant): Promise<number> {
  const filter = {
    expression: '#ttl <= :now',
    names: { '#ttl': TTL_ATTRIBUTE },
    values: { ':now': Math.floor(Date.parse(now) / 1000) },
  };
  let count = 0;
  let expired: { pk: string; sk: string }[] = [];
  const flush = async () => {
    await batchWrite(context, [], expired);
    count += expired.length;
    expired = [];
  };
  for await (const { pk, sk } of scanRecords(context, filter, ['pk', 'sk'])) {
    expired.push({ pk: String(pk), sk: String(sk) });
    if (expired.length >= CHUNK) await flush();
  }
  await flush();
  return count;
}
