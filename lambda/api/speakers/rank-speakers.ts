import * as z from 'zod';
import { type Day, dayOf, toInstant } from '../../model/instant.ts';
import { readPosition } from '../kernel/http/cursor.ts';
import type { Page } from '../kernel/lists/walk.ts';
import { addDays, nextDay } from '../kernel/parameters/moment.ts';
import { checkRange } from '../kernel/parameters/read-query.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { readMergedSpeakers } from './merged-speakers.ts';
import type { SpeakersQuery } from './query.ts';
import type { SpeakerRow } from './rows.ts';

const DAYS_COUNTED = 30;
const positionSchema = z.tuple([z.string(), z.number()]);

/** A page of speakers; `counted` are the days of a ranking. */
export interface SpeakersPage extends Page<SpeakerRow> {
  counted?: { from: Day; to: Day };
}

/**
 * All speakers in the range, by default of the last 30 days, those who spoke most first; those whom only copies quote last. Not `counted`, they have
 * names, and of what is counted only `statementsInRange`.
 */
export async function rankSpeakers(
  query: SpeakersQuery,
  after: string | undefined,
  { store, clock }: Pick<QueryContext, 'store' | 'clock'>,
  { counted = true }: { counted?: boolean } = {},
): Promise<SpeakersPage> {
  const to = query.to ?? dayOf(toInstant(clock.now()));
  const from = query.from ?? addDays(to, 1 - DAYS_COUNTED);
  checkRange(from, nextDay(to));
  const merged = await readMergedSpeakers(store.speakers);
  const summed = await store.rollups.facetSums('speaker', from, to);
  const counts = new Map<string, number>();
  for (const { value, statements } of summed.sums.values()) {
    const id = merged.targetOf(value);
    counts.set(id, (counts.get(id) ?? 0) + statements);
  }
  const ranked = [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  const behind = after === undefined ? 0 : placeBehind(ranked, after);
  const shown = ranked.slice(behind, behind + query.limit);
  const found = await merged.whole(
    shown.map(([id]) => id),
    { counted },
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
    counted: { from: summed.from ?? from, to },
  };
}

/** Where the ranking goes on behind a speaker with that count: counted anew for each page, it may have moved. */
function placeBehind(ranked: [string, number][], after: string): number {
  const [lastId, lastCount] = readPosition(positionSchema, after);
  const index = ranked.findIndex(([id, count]) => count < lastCount || (count === lastCount && id > lastId));
  return index < 0 ? ranked.length : index;
}
