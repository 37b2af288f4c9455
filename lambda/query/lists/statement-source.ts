import type { Speaker } from '../../model/speaker.ts';
import type { Statement } from '../../model/statement.ts';
import type { Positioned } from '../../store/store-shapes.ts';
import type { StatementsQuery } from '../parameters/queries.ts';
import { chooseSpeakers, MOST_IDS } from './choose-speakers.ts';
import { mergeNewest, readMergedPosition } from './merge-newest.ts';
import { readMergedSpeakers } from './merged-speakers.ts';
import type { Reading } from './reading.ts';

/** The statements among which a query looks, newest first. */
export interface StatementSource {
  source: AsyncIterable<Positioned<Statement>>;
  /** Whom `speaker` was taken to mean. */
  speakers?: Pick<Speaker, 'id' | 'name'>[];
  /** All ids of theirs. */
  speakerIds?: string[];
}

/**
 * Opens the narrowest index: `speaker` reads the speakers' own, under every id that is joined to them, else `feed` the feed's, else the
 * days' one. `after` is the position to go on behind.
 */
export async function statementSource(
  query: Pick<StatementsQuery, 'from' | 'to' | 'speaker' | 'feed'>,
  after: string | undefined,
  { store }: Pick<Reading, 'store'>,
): Promise<StatementSource> {
  const { statements, speakers } = store;
  const range = { from: query.from, to: query.to };
  if (query.speaker === undefined) return { source: statements.newest({ ...range, feedId: query.feed, after }) };
  const merged = await readMergedSpeakers(speakers);
  const chosen = after === undefined ? await chooseSpeakers(query.speaker, speakers, merged) : null;
  const starts = chosen
    ? Object.fromEntries(chosen.flatMap(({ id }) => merged.idsOf(id)).map((id) => [id, null]))
    : readMergedPosition(after ?? '', MOST_IDS);
  const meant = chosen ?? (await merged.whole(Object.keys(starts)));
  return {
    source: mergeNewest(starts, (speakerId, behind) => statements.newest({ ...range, speakerId, after: behind })),
    speakers: meant.map(({ id, name }) => ({ id, name })),
    speakerIds: Object.keys(starts),
  };
}
