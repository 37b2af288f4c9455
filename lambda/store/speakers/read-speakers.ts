import type { Speaker } from '../../model/speaker.ts';
import { readRowsOfAll } from '../counts/read-rows.ts';
import { withCounts } from '../counts/speaker-counts.ts';
import { subjectOf } from '../counts/subject.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach } from '../table/codec.ts';
import { decodeSpeaker, speakerKey } from './record.ts';

/** Speakers as their records have them, by id: nothing is counted. */
export async function readNamed(context: StoreContext, ids: string[]): Promise<Map<string, Speaker>> {
  const found = await context.table.batchGet(ids.map(speakerKey));
  const stored = decodeEach(context, found, decodeSpeaker);
  return new Map(stored.map((speaker) => [speaker.id, speaker]));
}

/** Speakers with what their days have of them, by id. */
export async function readSpeakers(context: StoreContext, ids: string[]): Promise<Map<string, Speaker>> {
  const named = [...(await readNamed(context, ids)).values()];
  const days = await readRowsOfAll(
    context.table,
    named.map(({ id }) => subjectOf.speaker(id)),
  );
  return new Map(named.map((speaker, n) => [speaker.id, withCounts(speaker, days[n] ?? [])]));
}
