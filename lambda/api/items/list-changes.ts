import { isAfter, toInstant } from '../../model/instant.ts';
import type { Statement } from '../../model/statement.ts';
import type { Change } from '../../store/store-shapes.ts';
import { type Page, walk } from '../kernel/lists/walk.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { chooseSpeakers } from '../speakers/choose-speakers.ts';
import { readMergedSpeakers } from '../speakers/merged-speakers.ts';
import type { StatementFilters } from '../statements/filters.ts';
import { matchesStatement } from '../statements/match-filters.ts';
import { addOutlets } from './list-items.ts';
import type { ChangeRow } from './rows.ts';

/** Changes younger than this are not given yet: a run may still be writing some that are older. */
const UNSETTLED_MILLISECONDS = 60_000;
const MOST_READ = 500;

/** The filters that choose among an item's statements; the items themselves are chosen by `feed` alone. */
export type ChangesQuery = StatementFilters & { changedAfter: string; limit: number };

/**
 * Items that came, changed or went after a moment, in the order in which they did, up to a minute before now. Each comes
 * with all the statements that it has now, so that those that are gone can be told by their absence; an item that is gone
 * comes as `removed`, whatever its feed.
 */
export async function listChanges(
  query: ChangesQuery,
  after: string | undefined,
  context: QueryContext,
): Promise<Page<ChangeRow>> {
  const { store, clock } = context;
  const speakerIds = query.speaker === undefined ? null : await idsOfSpeakers(query.speaker, context);
  const matches = (statement: Statement): boolean =>
    matchesStatement(statement, query) && (!speakerIds || speakerIds.has(statement.speaker?.id ?? ''));

  const changedFrom = Date.parse(query.changedAfter) + 1;
  const settled = clock.now() - UNSETTLED_MILLISECONDS;
  return walk<Change, ChangeRow>({
    source:
      changedFrom < settled
        ? store.items.changes({ from: toInstant(changedFrom), to: toInstant(settled), after })
        : nothing(),
    limit: query.limit,
    mostRead: MOST_READ,
    keep: () => true,
    join: async (changes) => {
      const items = await store.items.summaries(changes.map(({ itemId }) => itemId));
      const rows = new Map((await addOutlets([...items.values()], context)).map((row) => [row.id, row]));
      return Promise.all(
        changes.map(async ({ itemId, changedAt }): Promise<ChangeRow | null> => {
          const item = rows.get(itemId);
          if (!item) return { itemId, changedAt, removed: true, item: null, statements: [] };
          // What has changed again comes again, at that moment.
          if (isAfter(item.changedAt, changedAt)) return null;
          if (query.feed !== undefined && item.feedId !== query.feed) return null;
          const statements = (await store.statements.ofItem(itemId)).filter(
            (statement) => statement.edition === item.edition && matches(statement),
          );
          return { itemId, changedAt, removed: false, item, statements };
        }),
      );
    },
  });
}

async function idsOfSpeakers(value: string, { store: { speakers } }: QueryContext): Promise<Set<string>> {
  const merged = await readMergedSpeakers(speakers);
  const chosen = await chooseSpeakers(value, speakers, merged);
  return new Set(chosen.flatMap(({ id }) => merged.idsOf(id)));
}

async function* nothing(): AsyncIterable<never> {}
