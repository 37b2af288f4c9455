import * as z from 'zod';
import { type Day, dayOf, toInstant } from '../../model/instant.ts';
import { subjectOf } from '../../store/rollup-subject.ts';
import type { SpokenOnDay } from '../../store/store-shapes.ts';
import { readPosition } from '../http/cursor.ts';
import { addDays, nextDay } from '../parameters/moment.ts';
import type { SpeakersQuery } from '../parameters/queries.ts';
import { checkRange } from '../parameters/read-query.ts';
import type { SpeakerRow } from '../responses.ts';
import { readMergedSpeakers } from './merged-speakers.ts';
import type { Reading } from './reading.ts';
import type { Page } from './walk.ts';

/** Counts of a speaker's day that one ranking reads. */
const MOST_COUNTED = 200_000;
const DAYS_COUNTED = 30;
/** Of a longer list, counts and times of the speakers themselves are up to some days ago. */
const MOST_EXACT = 1_000;
const SPEAKER_SUBJECT = subjectOf.speaker('');
const positionSchema = z.tuple([z.string(), z.number()]);

/** A page of speakers; `counted` are the days of a ranking. */
export interface SpeakersPage extends Page<SpeakerRow> {
  counted?: { from: Day; to: Day };
}

/** Those who spoke most in the range, by default of the last 30 days; the newest days only where there are too many counts. */
export async function rankSpeakers(
  query: SpeakersQuery,
  after: string | undefined,
  { store, clock }: Pick<Reading, 'store' | 'clock'>,
): Promise<SpeakersPage> {
  const to = query.to ?? dayOf(toInstant(clock.now()));
  const from = query.from ?? addDays(to, 1 - DAYS_COUNTED);
  checkRange(from, nextDay(to));
  const merged = await readMergedSpeakers(store.speakers);
  const counts = new Map<string, number>();
  let counted = 0;
  let firstDay = from;
  let isCut = false;
  const isCounted = (await store.rollups.through()) !== null;
  for await (const { day, speakers } of isCounted ? store.rollups.spoken(from, to) : spokenByRows(store, from, to)) {
    isCut = counted >= MOST_COUNTED && day !== firstDay;
    if (isCut) break;
    counted += speakers.length;
    firstDay = day;
    for (const [speaker, statements] of speakers) {
      const id = merged.targetOf(speaker);
      counts.set(id, (counts.get(id) ?? 0) + statements);
    }
  }
  const ranked = [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  const behind = after === undefined ? 0 : placeBehind(ranked, after);
  const shown = ranked.slice(behind, behind + query.limit);
  const found = await merged.whole(
    shown.map(([id]) => id),
    { exact: query.limit <= MOST_EXACT },
  );
  const speakers = new Map(found.map((speaker) => [speaker.id, speaker]));
  const last = shown.at(-1);
  return {
    rows: shown.flatMap(([id, statementsInRange]) => {
      const speaker = speakers.get(id);
      return speaker ? [{ ...speaker, statementsInRange }] : [];
    }),
    next: last && behind + shown.length < ranked.length ? JSON.stringify(last) : null,
    truncated: false,
    counted: { from: isCut ? firstDay : from, to },
  };
}

/** Where the ranking goes on behind a speaker with that count: counted anew for each page, it may have moved. */
function placeBehind(ranked: [string, number][], after: string): number {
  const [lastId, lastCount] = readPosition(positionSchema, after);
  const index = ranked.findIndex(([id, count]) => count < lastCount || (count === lastCount && id > lastId));
  return index < 0 ? ranked.length : index;
}

/** What `spoken` tells, of days that a former version has counted: until the next count, which counts them all again. */
async function* spokenByRows(store: Reading['store'], from: Day, to: Day): AsyncGenerator<SpokenOnDay> {
  for (const day of (await store.rollups.days('statements', from, nextDay(to))).reverse()) {
    const rows = await store.rollups.ofDay(day);
    const speaking = rows.filter(({ subject, statements }) => subject.startsWith(SPEAKER_SUBJECT) && statements > 0);
    yield {
      day,
      speakers: speaking.map(({ subject, statements }) => [subject.slice(SPEAKER_SUBJECT.length), statements]),
    };
  }
}
