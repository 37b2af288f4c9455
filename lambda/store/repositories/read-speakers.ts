import type { Day } from '../../model/instant.ts';
import type { Speaker } from '../../model/speaker.ts';
import { addDayCounts } from '../add-day-counts.ts';
import { collect } from '../collect.ts';
import { keys, partitions } from '../keys.ts';
import { rollupRecord } from '../records/rollup.ts';
import { speakerRecord } from '../records/speaker.ts';
import { subjectOf } from '../rollup-subject.ts';
import type { CountedSpeaker } from '../store-shapes.ts';
import type { TableContext } from '../table.ts';
import { batchGet } from '../table-batches.ts';
import { queryRecords } from '../table-queries.ts';

/** Of so many speakers the later days are read side by side. */
const AT_ONCE = 25;
/** Behind every key that is a day, and before those of the next one. */
const AFTER_DAY = '~';

/** Speakers as their records have them, by id. */
export async function readCounted(context: TableContext, ids: string[]): Promise<Map<string, CountedSpeaker>> {
  const found = await batchGet(context, ids.map(keys.speaker));
  return new Map(
    found.map((record) => {
      const { version: _, ...speaker } = speakerRecord.decode(record);
      return [speaker.id, speaker];
    }),
  );
}

/** Speakers with the days that their records don't have, by id. */
export async function readSpeakers(context: TableContext, ids: string[]): Promise<Map<string, Speaker>> {
  const counted = [...(await readCounted(context, ids)).values()];
  const speakers: Speaker[] = [];
  for (let start = 0; start < counted.length; start += AT_ONCE) {
    const some = counted.slice(start, start + AT_ONCE);
    speakers.push(...(await Promise.all(some.map((one) => withLaterDays(context, one)))));
  }
  return new Map(speakers.map((speaker) => [speaker.id, speaker]));
}

async function withLaterDays(context: TableContext, { countedTo, ...speaker }: CountedSpeaker): Promise<Speaker> {
  return countedTo === undefined ? speaker : addDayCounts(speaker, await daysAfter(context, speaker.id, countedTo));
}

async function daysAfter(context: TableContext, id: string, day: Day) {
  const partition = partitions.rollupsOfSubject(subjectOf.speaker(id));
  const found = await collect(queryRecords(context, { index: null, partition, low: `${day}${AFTER_DAY}` }));
  return found.map(rollupRecord.decode);
}
