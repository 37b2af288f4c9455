import type { Speaker } from '../../model/speaker.ts';
import type { Statement } from '../../model/statement.ts';
import type { Positioned } from '../../store/store-shapes.ts';
import type { StatementsQuery } from '../parameters/queries.ts';
import { checkRange } from '../parameters/read-query.ts';
import type { StatementRow } from '../responses.ts';
import { chooseSpeakers, MOST_IDS } from './choose-speakers.ts';
import { joinArticles } from './join-articles.ts';
import { mergeNewest, readMergedPosition } from './merge-newest.ts';
import { readMergedSpeakers } from './merged-speakers.ts';
import type { Reading } from './reading.ts';
import { matchesStatement } from './statement-filter.ts';
import { type Page, walk } from './walk.ts';

/** A page of statements, and whom `speaker` was taken to mean. */
export interface StatementsPage extends Page<StatementRow> {
  speakers?: Pick<Speaker, 'id' | 'name'>[];
}

/**
 * Statements, newest first. `speaker` reads the speakers' own index, under every id that is joined to them, else `feed` the feed's, else the days' one; the other
 * filters look at each record of the range read there. `after` is the position of the page before.
 */
export async function listStatements(
  query: StatementsQuery,
  after: string | undefined,
  reading: Reading,
): Promise<StatementsPage> {
  checkRange(query.from, query.to);
  const { statements, speakers } = reading.store;
  const range = { from: query.from, to: query.to };
  const read = async (source: AsyncIterable<Positioned<Statement>>): Promise<Page<StatementRow>> =>
    walk({
      source,
      limit: query.limit,
      keep: (statement) => matchesStatement(statement, query),
      join: (records) => joinArticles(records, query.includeDuplicates, reading),
    });

  if (query.speaker === undefined) {
    return read(statements.newest({ ...range, feedId: query.feed, after }));
  }
  const merged = await readMergedSpeakers(speakers);
  const chosen = after === undefined ? await chooseSpeakers(query.speaker, speakers, merged) : null;
  const starts = chosen
    ? Object.fromEntries(chosen.flatMap(({ id }) => merged.idsOf(id)).map((id) => [id, null]))
    : readMergedPosition(after ?? '', MOST_IDS);
  const page = await read(
    mergeNewest(starts, (speakerId, behind) => statements.newest({ ...range, speakerId, after: behind })),
  );
  const meant = chosen ?? (await merged.whole(Object.keys(starts)));
  return { ...page, speakers: meant.map(({ id, name }) => ({ id, name })) };
}
