import type { Instant } from '../../model/instant.ts';
import { TTL_ATTRIBUTE } from '../../model/names.ts';
import type { StoreContext } from '../store-context.ts';

const CHUNK = 100;

/** Deletes all records whose time is over, as DynamoDB does by itself; answers how many. */
export async function sweepExpired(context: StoreContext, now: Instant): Promise<number> {
  const seconds = Math.floor(Date.parse(now) / 1000);
  let count = 0;
  let expired: { pk: string; sk: string }[] = [];
  const flush = async () => {
    await context.table.batchWrite([], expired);
    count += expired.length;
    expired = [];
  };
  for await (const { pk, sk } of context.table.scan({
    where: { atMost: [TTL_ATTRIBUTE, seconds] },
    fields: ['pk', 'sk'],
  })) {
    expired.push({ pk: String(pk), sk: String(sk) });
    if (expired.length >= CHUNK) await flush();
  }
  await flush();
  return count;
}
