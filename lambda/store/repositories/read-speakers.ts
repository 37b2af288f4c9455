import type { Speaker } from '../../model/speaker.ts';
import { addDayCounts } from '../counts/add-day-counts.ts';
import { rowsOfSubjects } from '../counts/rows-of-subjects.ts';
import { keys } from '../keys.ts';
import { speakerRecord } from '../records/speaker.ts';
import { subjectOf } from '../rollup-subject.ts';
import type { CountedSpeaker } from '../store-shapes.ts';
import type { TableContext } from '../table.ts';
import { batchGet } from '../table-batches.ts';

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
  const wanted = counted.filter(({ countedTo }) => countedTo !== undefined);
  const rows = await rowsOfSubjects(
    context,
    wanted.map(({ id, countedTo }) => ({ subject: subjectOf.speaker(id), from: `${countedTo}${AFTER_DAY}` })),
  );
  const later = new Map(wanted.map(({ id }, index) => [id, rows[index] ?? []]));
  return new Map(
    counted.map(({ countedTo: _, ...speaker }) => [speaker.id, addDayCounts(speaker, later.get(speaker.id) ?? [])]),
  );
}
