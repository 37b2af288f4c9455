import type { Speaker } from '../../model/speaker.ts';
import { addDayCounts } from '../counts/add-day-counts.ts';
import { rowsOfSubjects } from '../counts/rows-of-subjects.ts';
import { subjectOf } from '../rollup-subject.ts';
import type { StoreContext } from '../store-context.ts';
import type { CountedSpeaker } from '../store-shapes.ts';
import { decodeEach } from '../table/codec.ts';
import { speakerKey, speakerRecord } from './record.ts';

/** Behind every key that is a day, and before those of the next one. */
const AFTER_DAY = '~';

/** Speakers as their records have them, by id. */
export async function readCounted(context: StoreContext, ids: string[]): Promise<Map<string, CountedSpeaker>> {
  const found = await context.table.batchGet(ids.map(speakerKey));
  const stored = decodeEach(context, found, speakerRecord.decode);
  return new Map(stored.map(({ version: _, ...speaker }) => [speaker.id, speaker]));
}

/** Speakers with the days that their records don't have, by id. */
export async function readSpeakers(context: StoreContext, ids: string[]): Promise<Map<string, Speaker>> {
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
