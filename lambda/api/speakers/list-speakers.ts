import type { QueryContext } from '../kernel/query-context.ts';
import { findSpeakers } from './choose-speakers.ts';
import { readMergedSpeakers } from './merged-speakers.ts';
import type { SpeakersQuery } from './query.ts';
import { rankSpeakers, type SpeakersPage } from './rank-speakers.ts';

const MOST_FOUND = 1_000;

/** Speakers by words of a name (`q`), by name; without, those who spoke most in the range, by default of the last 30 days. */
export async function listSpeakers(
  query: SpeakersQuery,
  after: string | undefined,
  context: QueryContext,
): Promise<SpeakersPage> {
  if (query.q.length === 0) return rankSpeakers(query, after, context);
  const found = await findSpeakers(query.q, MOST_FOUND, context.store.speakers);
  const merged = await readMergedSpeakers(context.store.speakers);
  const named = await merged.whole(
    found.map(({ id }) => id),
    { counted: false },
  );
  const ordered = named
    .map((speaker) => ({ speaker, place: JSON.stringify([speaker.name, speaker.id]) }))
    .sort((left, right) => (left.place < right.place ? -1 : 1))
    .filter(({ place }) => after === undefined || place > after);
  const shown = ordered.slice(0, query.limit);
  return {
    rows: await merged.whole(
      shown.map(({ speaker }) => speaker.id),
      { counted: true },
    ),
    places: shown.map(({ place }) => place),
    next: ordered.length > shown.length ? (shown.at(-1)?.place ?? null) : null,
    truncated: found.length === MOST_FOUND,
  };
}
