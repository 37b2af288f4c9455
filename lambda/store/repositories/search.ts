import type { ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import { decodeSummary, itemKey } from '../items/record.ts';
import { type WordState, wordStateRecord } from '../records/word-index.ts';
import { knownSource } from '../search/batch-source.ts';
import { findPlaces } from '../search/find-places.ts';
import { matchOpen } from '../search/match-segments.ts';
import { createBatchReader } from '../search/read-batches.ts';
import { readSearchable, type SearchedRepositories } from '../search/read-searchable.ts';
import { meets, requirementsOf } from '../search/requirement.ts';
import { buildSegment, type DocumentPlace } from '../search/segment.ts';
import { createSnapshots, documentsIn } from '../search/snapshot.ts';
import { revisionName, revisionsIn, unindexedChanges } from '../search/unindexed.ts';
import { batchRecords, openRecords, removeOpenBeside } from '../search/write-segment.ts';
import { statementKey, statementKeyAt, statementRecord } from '../statements/record.ts';
import type { SearchRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import type { Change, Positioned, SearchQuery } from '../store-shapes.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { itemIdAt } from '../table/key-parts.ts';
import type { WordKind } from '../table/keys.ts';
import type { Key } from '../table/port.ts';
import { instantRange } from '../timeline.ts';

const KINDS: WordKind[] = ['statements', 'items'];
const FIRST_READ = 60;
const LARGEST_READ = 100;

/** The word index. */
export function createSearchRepository(context: StoreContext, repositories: SearchedRepositories): SearchRepository {
  const snapshots = createSnapshots(context);
  const readBatches = createBatchReader(context);

  const moveTo = async (state: WordState): Promise<void> => {
    await context.table.put(wordStateRecord.encode(state));
    for (const kind of KINDS) await removeOpenBeside(context, kind, state.open[kind]);
  };

  const search = async <T>(kind: WordKind, query: SearchQuery, read: ReadAt<T>) => {
    const snapshot = await snapshots();
    const requirements = requirementsOf(query);
    if (!snapshot || requirements.length === 0) return null;
    const { from: low, to, after } = instantRange(query);
    const range = { low, high: to === undefined || (after !== undefined && after < to) ? after : to };
    const { changes, through } = await unindexedChanges(snapshot, repositories.items);
    const fresh = (await readSearchable(changes, repositories, [kind])).documents[kind];
    const open = snapshot.open[kind];
    const inOpen = matchOpen(open, requirements).flatMap((number) => open.places[number] ?? []);
    let stoppedAt: string | null = null;
    const found = findPlaces(context, {
      kind,
      batchedThrough: snapshot.state.batchedThrough,
      readBatches,
      sources: [
        knownSource(inOpen, range),
        knownSource(
          fresh.filter(({ tokens }) => meets(tokens, requirements)),
          range,
        ),
      ],
      requirements,
      range,
      onStop(position) {
        stoppedAt = position;
      },
    });
    return { list: readPlaces(found, read), stoppedAt: () => stoppedAt, through };
  };

  return {
    batchedThrough: async () => (await snapshots())?.state.batchedThrough ?? null,
    async addBatch(changes, { start, end }) {
      const { documents, expiresAt } = await readSearchable(changes, repositories);
      for (const kind of KINDS) {
        await context.table.batchWrite(batchRecords(kind, buildSegment(documents[kind]), { start, end, expiresAt }));
      }
      await moveTo({ batchedThrough: end, indexedThrough: end, open: { statements: '', items: '' } });
    },
    async setOpen(changes, { start, end }) {
      const before = await snapshots();
      const known = before ? revisionsIn(before.open.items) : new Set<string>();
      const nameOf = ({ itemId, revision }: Change): string => revisionName(itemId, revision);
      const { documents } = await readSearchable(
        changes.filter((change) => !known.has(nameOf(change))),
        repositories,
      );
      const wanted = new Set(changes.filter(({ removed }) => !removed).map(nameOf));
      const open = { statements: '', items: '' };
      for (const kind of KINDS) {
        const kept = before ? documentsIn(before.open[kind]).filter((one) => wanted.has(revisionOfDocument(one))) : [];
        const segment = buildSegment([...kept, ...documents[kind]]);
        if (segment.places.length === 0) continue;
        open[kind] = segment.generation;
        if (before?.open[kind].generation !== segment.generation)
          await context.table.batchWrite(openRecords(kind, segment));
      }
      await moveTo({ batchedThrough: start, indexedThrough: end, open });
    },
    statements: (query) => search('statements', query, (places) => statementsAt(context, places)),
    items: (query) => search('items', query, (places) => itemsAt(context, places)),
  };
}

/** Reads what stands at some places, in their order; nothing for a place whose revision is no more. */
type ReadAt<T> = (places: DocumentPlace[]) => Promise<Positioned<T>[]>;

/** The records at the places, read many at once. */
async function* readPlaces<T>(found: AsyncIterable<DocumentPlace>, read: ReadAt<T>): AsyncGenerator<Positioned<T>> {
  let waiting: DocumentPlace[] = [];
  let most = FIRST_READ;
  // The same place may be in two batches, where a run was broken off and run again: it is taken once.
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

function revisionOfDocument({ position, revision }: DocumentPlace): string {
  return revisionName(itemIdAt(position), revision);
}
