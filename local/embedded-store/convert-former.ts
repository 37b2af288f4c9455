import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import type { Log } from '../../lambda/model/ports.ts';
import type { Attributes } from '../../lambda/store/table/port.ts';
import { keyOf } from './engine/check-record.ts';
import type { Write, Writer } from './engine/writer.ts';
import { recordFromWire } from './wire.ts';

const BATCH = 200;
const PROGRESS_EVERY = 20_000;
type FormerLevel = ClassicLevel<string, Parameters<typeof recordFromWire>[0]>;

/** dynalite's keys: the kind and the name of the table, closed by a tilde, before the key itself. */
const RECORDS = { gte: 'item-dateline~', lt: 'item-dateline~\u00ff' };

/**
 * Takes over the records that a former version kept in the folder `table`, in dynalite's form; index rows are made from them. The old folder goes when all of them are
 * written, so that a run that dies is simply run again.
 */
export async function convertFormer(folder: string, writer: Writer, log: Log): Promise<void> {
  const former = join(folder, 'table');
  const isThere = await stat(former).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  log.info('the records of a former version are taken over');
  const level: FormerLevel = new ClassicLevel(former, { valueEncoding: 'json' });
  await level.open();
  const records = await copyRecords(level, writer, log).finally(() => level.close());
  await rm(former, { recursive: true });
  log.info('the records are taken over', { records });
}

async function copyRecords(level: FormerLevel, writer: Writer, log: Log): Promise<number> {
  let count = 0;
  const writes: Write[] = [];
  for await (const value of level.values(RECORDS)) {
    const record: Attributes = recordFromWire(value);
    writes.push({ key: keyOf(record), become: () => record });
    count++;
    if (writes.length >= BATCH) await writer.write(writes.splice(0));
    if (count % PROGRESS_EVERY === 0) log.info('taking records over', { records: count });
  }
  await writer.write(writes);
  return count;
}
