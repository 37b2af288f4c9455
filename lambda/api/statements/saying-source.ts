import type { Statement } from '../../model/statement.ts';
import type { Positioned } from '../../store/store-shapes.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { chooseSpeakers } from '../speakers/choose-speakers.ts';
import { readMergedSpeakers } from '../speakers/merged-speakers.ts';
import type { StatementsQuery } from './query.ts';
import type { StatementSource } from './source.ts';

/** Opens the statements of one saying, newest first: so few that all of them are read, and looked at for the speaker and the range. */
export async function sayingSource(
  query: Pick<StatementsQuery, 'from' | 'to' | 'speaker'> & { saying: string },
  after: string | undefined,
  { store }: Pick<QueryContext, 'store'>,
): Promise<StatementSource> {
  const { statements, speakers } = store;
  const source = statements.newest({ sayingId: query.saying, from: query.from, to: query.to, after });
  if (query.speaker === undefined) return { source, found: null };
  const merged = await readMergedSpeakers(speakers);
  const chosen = await chooseSpeakers(query.speaker, speakers, merged);
  const speakerIds = chosen.flatMap(({ id }) => merged.idsOf(id));
  return {
    source: ofSpeakers(source, new Set(speakerIds)),
    found: null,
    speakers: chosen.map(({ id, name }) => ({ id, name })),
    speakerIds,
  };
}

async function* ofSpeakers(
  list: AsyncIterable<Positioned<Statement>>,
  ids: ReadonlySet<string>,
): AsyncGenerator<Positioned<Statement>> {
  for await (const entry of list) if (ids.has(entry.record.speaker?.id ?? '')) yield entry;
}
