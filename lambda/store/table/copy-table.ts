import { InputError } from '../../model/errors.ts';
import { collect } from '../collect.ts';
import type { Attributes, Key, Table } from './port.ts';

const AT_ONCE = 200;

/**
 * Copies every record of a table into another one, which must be empty; answers how many. Leases stay behind: they belong to workers of the first table.
 * Broken off, it can be done again only into an empty table. Throws InputError `table-not-empty`.
 */
export async function copyTable(
  from: Table,
  to: Table,
  onRecords: (count: number) => void = () => undefined,
): Promise<number> {
  const [first] = await collect(to.scan(), 1);
  if (first) throw new InputError('table-not-empty', `the target has records already, as ${first.pk} / ${first.sk}`);
  let [count, waiting]: [number, (Attributes & Key)[]] = [0, []];
  const write = async (): Promise<void> => {
    await to.batchWrite(waiting);
    count += waiting.length;
    waiting = [];
    onRecords(count);
  };
  for await (const record of from.scan({ consistent: true })) {
    if (record.sk === 'LEASE') continue;
    if (waiting.push(record as Attributes & Key) >= AT_ONCE) await write();
  }
  await write();
  return count;
}
