import type { Positioned } from '../../store/store-shapes.ts';
import { lastOf, mergeNewest, positionOfAll, readMergedPosition } from '../kernel/lists/merge-newest.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { chooseSpeakers, MOST_IDS } from '../speakers/choose-speakers.ts';
import { readMergedSpeakers } from '../speakers/merged-speakers.ts';
import type { StatementsQuery } from './query.ts';
import { sayingSource } from './saying-source.ts';
import type { StatementSource } from './source.ts';

/**
 * Opens the narrowest index: `saying` reads the saying's own; `q` reads the word index, which knows speakers and feeds too; else `speaker` reads the speakers' own, under every id that is
 * joined to them, else `feed` the feed's, else the days' one. `after` is the position to go on behind.
 */
export async function statementSource(
  query: Pick<StatementsQuery, 'from' | 'to' | 'speaker' | 'feed' | 'q' | 'saying'>,
  after: string | undefined,
  { store }: Pick<QueryContext, 'store'>,
): Promise<StatementSource> {
  if (query.saying !== undefined) return sayingSource({ ...query, saying: query.saying }, after, { store });
  const { statements, speakers, search } = store;
  const { from, to, feed: feedId, q: words } = query;
  if (query.speaker === undefined) {
    const found = words.length > 0 ? await search.statements({ from, to, feedId, after, words }) : null;
    return { source: found?.list ?? statements.newest({ from, to, feedId, after }), found };
  }
  const merged = await readMergedSpeakers(speakers);
  const chosen = after === undefined ? await chooseSpeakers(query.speaker, speakers, merged) : null;
  const starts = chosen
    ? Object.fromEntries(chosen.flatMap(({ id }) => merged.idsOf(id)).map((id) => [id, null]))
    : readMergedPosition(after ?? '', MOST_IDS);
  const speakerIds = Object.keys(starts);
  const meant = chosen ?? (await merged.whole(speakerIds, { counted: false }));
  const named = { speakers: meant.map(({ id, name }) => ({ id, name })), speakerIds };
  const asked = { from, to, feedId, after: lastOf(starts), words, speakerIds };
  const found = words.length > 0 && speakerIds.length > 0 ? await search.statements(asked) : null;
  if (!found) {
    const open = (speakerId: string, behind: string | undefined) =>
      statements.newest({ from, to, speakerId, after: behind });
    return { ...named, source: mergeNewest(starts, open), found: null };
  }
  const stoppedAt = (): string | null => {
    const position = found.stoppedAt();
    return position === null ? null : positionOfAll(speakerIds, position);
  };
  return { ...named, source: ofAll(found.list, speakerIds), found: { through: found.through, stoppedAt } };
}

/** The same list with the positions of a merged one, so that it goes on with whom it began. */
async function* ofAll<T>(list: AsyncIterable<Positioned<T>>, names: string[]): AsyncGenerator<Positioned<T>> {
  for await (const { position, record } of list) yield { position: positionOfAll(names, position), record };
}
