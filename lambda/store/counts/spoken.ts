import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { spokenRecord } from '../records/rollup.ts';
import { subjectOf } from '../rollup-subject.ts';
import type { StoreContext } from '../store-context.ts';
import type { RollupRow } from '../store-shapes.ts';
import { partitions } from '../table/keys.ts';
import type { Attributes, Key } from '../table/port.ts';

/** So many speakers fit into a record, however long their ids are. */
const SPEAKERS_A_PART = 1_000;
const SPEAKER = subjectOf.speaker('');

/** Writes who has how many statements on a day, as far as it is another number than before. */
export async function putSpoken(context: StoreContext, day: Day, rows: Iterable<RollupRow>): Promise<void> {
  // As they were a moment ago: nobody but rollup writes them, once an hour.
  const query = { index: null, partition: partitions.spoken(), beginsWith: `${day}#` };
  const { changed, gone } = differences(spokenRecords(day, rows), await collect(context.table.query(query)));
  await context.table.batchWrite(changed, gone);
}

function spokenRecords(day: Day, rows: Iterable<RollupRow>) {
  const speakers: [string, number][] = [];
  for (const { subject, statements } of rows) {
    if (subject.startsWith(SPEAKER) && statements > 0) speakers.push([subject.slice(SPEAKER.length), statements]);
  }
  speakers.sort(([one], [other]) => (one < other ? -1 : 1));
  return Array.from({ length: Math.ceil(speakers.length / SPEAKERS_A_PART) }, (_, part) =>
    spokenRecord.encode({
      ...{ day, part },
      speakers: speakers.slice(part * SPEAKERS_A_PART, (part + 1) * SPEAKERS_A_PART),
    }),
  );
}

/** Of the records those that say something else than before, and keys of those that are no more: most of a day is as it was an hour ago, and each write costs. */
function differences(
  records: (Attributes & Key)[],
  stored: Attributes[],
): { changed: (Attributes & Key)[]; gone: Key[] } {
  const before = new Map(stored.map((record) => [String(record.sk), record]));
  const now = new Set(records.map(({ sk }) => sk));
  return {
    changed: records.filter((record) => {
      const old = before.get(record.sk);
      return !old || !isDeepStrictEqual(spokenRecord.decode(record), spokenRecord.decode(old));
    }),
    gone: (stored as Key[]).filter(({ sk }) => !now.has(sk)).map(({ pk, sk }) => ({ pk, sk })),
  };
}
