import { shortHash } from '../../common/hash.ts';
import type { Instant } from '../../model/instant.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import { decodeSummary, itemKey } from '../items/record.ts';
import { putFenced } from '../jobs/fenced-writes.ts';
import type { Lease } from '../jobs/lease.ts';
import { statementKey, statementKeyAt, statementRecord } from '../statements/record.ts';
import type { StoreContext } from '../store-context.ts';
import type { Change, Positioned, SearchQuery } from '../store-shapes.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { itemIdAt } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';
import { instantRange } from '../timeline.ts';
import { checkIndex, isWhole } from './check-index.ts';
import { findPlaces } from './find-places.ts';
import { createSnapshots, NO_INDEX, readState } from './index-state.ts';
import { knownSource } from './place-source.ts';
import { readSearchable, type SearchedRepositories } from './read-searchable.ts';
import { createSegmentReader } from './read-segments.ts';
import { WORD_KINDS, type WordKind, type WordState, wordStateRecord } from './record.ts';
import { removeUnusedSegments } from './remove-segments.ts';
import { meets, requirementsOf } from './requirement.ts';
import type { SearchRepository } from './search-repository.ts';
import { buildSegment, type DocumentPlace } from './segment.ts';
import { unindexedChanges } from './unindexed.ts';
import { writeSegment } from './write-segment.ts';

const FIRST_READ = 60;
const LARGEST_READ = 100;

/** The word index. */
export function createSearchRepository(context: StoreContext, repositories: SearchedRepositories): SearchRepository {
  const { table } = context;
  const readSegments = createSegmentReader(table);
  const snapshots = createSnapshots(table, readSegments);

  const search = async <T>(kind: WordKind, query: SearchQuery, read: ReadAt<T>) => {
    const requirements = requirementsOf(query);
    const snapshot = requirements.length === 0 ? null : await snapshots(kind);
    if (!snapshot) return null;
    const { from: low, to, after } = instantRange(query);
    const range = { low, high: to === undefined || (after !== undefined && after < to) ? after : to };
    const { changes, through } = await unindexedChanges(snapshot.state, snapshot.newestItems, repositories.items);
    const fresh = (await readSearchable(changes, repositories, [kind])).documents[kind];
    let stoppedAt: string | null = null;
    const found = findPlaces(table, {
      ...{ kind, requirements, range, first: snapshot.first },
      readOn: (next) => readSegments(kind, next),
      sources: [
        knownSource(
          fresh.filter(({ tokens }) => meets(tokens, requirements)),
          range,
        ),
      ],
      onStop(position) {
        stoppedAt = position;
      },
    });
    return { list: readPlaces(found, read), stoppedAt: () => stoppedAt, through };
  };

  const putState = (lease: Lease, state: WordState): Promise<void> =>
    putFenced(table, lease, [wordStateRecord.encode(state)]);

  /** Both segments, of statements and of items, with one id. */
  const writeSegments = async (lease: Lease, changes: readonly Change[], range: Range, state: WordState) => {
    const id = { start: range.start, epoch: lease.epoch };
    const { documents, expiresAt } = await readSearchable(changes, repositories);
    for (const kind of WORD_KINDS) {
      const place = { kind, id, end: range.end, previous: state.closed, expiresAt };
      await writeSegment(table, buildSegment(documents[kind]), place);
    }
    return id;
  };

  return {
    state: () => readState(table),
    async addClosed(lease, changes, end) {
      const state = (await readState(table)) ?? NO_INDEX;
      const closed = await writeSegments(lease, changes, { start: state.closedThrough, end }, state);
      await putState(lease, { ...state, closed, closedThrough: end, indexedThrough: end, ...NO_NEWEST(state) });
    },
    async setNewest(lease, changes, end) {
      const state = (await readState(table)) ?? NO_INDEX;
      const newestOf = shortHash(changes.map(({ itemId, changedAt }) => `${changedAt} ${itemId}`).join('\n'));
      const reached = { indexedThrough: end, complete: true };
      const isSame = state.newest !== null && state.newestOf === newestOf && (await isWhole(table, state.newest));
      if (isSame) return putState(lease, { ...state, ...reached });
      const newest =
        changes.length > 0 ? await writeSegments(lease, changes, { start: state.closedThrough, end }, state) : null;
      await putState(lease, { ...state, ...reached, ...NO_NEWEST(state), newest, newestOf });
    },
    async removeUnused(lease, isOver) {
      const state = await readState(table);
      if (!state || !(await removeUnusedSegments(table, lease, state, isOver))) return;
      const unusedFrom = state.replaced?.start ?? state.closedThrough;
      if (unusedFrom !== state.unusedFrom) await putState(lease, { ...state, unusedFrom });
    },
    reset: (lease) => putState(lease, NO_INDEX),
    check: () => checkIndex(table),
    statements: (query) => search('statements', query, (places) => statementsAt(context, places)),
    items: (query) => search('items', query, (places) => itemsAt(context, places)),
  };
}

interface Range {
  start: Instant;
  end: Instant;
}

/** The state without its newest segment, which stays for a run for those who are reading it. */
const NO_NEWEST = ({ newest, replaced }: WordState) => ({ newest: null, newestOf: '', replaced: newest ?? replaced });

/** Reads what stands at some places, in their order; nothing for a place whose revision is no more. */
type ReadAt<T> = (places: DocumentPlace[]) => Promise<Positioned<T>[]>;

/** The records at the places, read many at once. */
async function* readPlaces<T>(found: AsyncIterable<DocumentPlace>, read: ReadAt<T>): AsyncGenerator<Positioned<T>> {
  let waiting: DocumentPlace[] = [];
  let most = FIRST_READ;
  // What changed just now may be in a segment, too: it is taken once.
  let last: DocumentPlace | null = null;
  for await (const place of found) {
    if (last?.position === place.position && last.revision === place.revision) continue;
    last = place;
    waiting.push(place);
    if (waiting.length < most) continue;
    yield* await read(waiting);
    waiting = [];
    most = LARGEST_READ;
  }
  yield* await read(waiting);
}

async function itemsAt(context: StoreContext, places: DocumentPlace[]): Promise<Positioned<ItemSummary>[]> {
  const found = await context.table.batchGet(places.map(({ position }) => itemKey(itemIdAt(position))));
  const alive = found.filter((record) => !isExpired(record, context.clock.now()));
  const byId = new Map(decodeEach(context, alive, decodeSummary).map((item) => [item.id, item]));
  return places.flatMap(({ position, revision }) => {
    const item = byId.get(itemIdAt(position));
    return item?.revision === revision ? [{ position, record: item }] : [];
  });
}

async function statementsAt(context: StoreContext, places: DocumentPlace[]): Promise<Positioned<Statement>[]> {
  const items = (await itemsAt(context, places)).map(({ position, record }) => ({
    position,
    item: record,
    key: statementKeyAt(position, record.edition),
  }));
  const found = await context.table.batchGet(items.map(({ key }) => key));
  const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
  const byKey = new Map(
    decodeEach(context, found, statementRecord.decode).map((one) => [nameOf(statementKey(one)), one]),
  );
  return items.flatMap(({ position, item, key }) => {
    const record = byKey.get(nameOf(key));
    return record ? [{ position, record, item }] : [];
  });
}
