import type { CompiledSearch } from '../../model/compiled-search.ts';
import { type Instant, isAfter, toInstant } from '../../model/instant.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { Clock } from '../../model/ports.ts';
import type { Search } from '../../model/search.ts';
import type { Statement } from '../../model/statement.ts';
import { indexSearches, type SearchIndex } from '../../notify/index-searches.ts';
import type { Store } from '../../store/store.ts';
import type { Change } from '../../store/store-shapes.ts';
import type { MatchedChanges } from './matched-changes.ts';
import { type Match, tell } from './tell.ts';

const CHANGES_AT_A_TIME = 100;
/** Between the fetch of a text and the moment of its change lies less. */
const LONGEST_WORK = 10 * 60_000;

/** What matching works with. */
export interface Matching {
  store: Store;
  clock: Clock;
  /** Makes searches comparable: by the filters of the API, so that a search and its alert can't differ. */
  compile(searches: readonly Search[]): Promise<CompiledSearch[]>;
  /** Statements of these items as the API gives them. */
  rowsOf(statements: Statement[], items: readonly ItemSummary[]): Promise<Record<string, unknown>[]>;
}

/** A stretch of changes to be walked. */
export interface Walk {
  from: Instant;
  searches: readonly Search[];
  matched: MatchedChanges;
  /** Called after each part; false ends the walk there. */
  goOn(): Promise<boolean>;
}

/** What a walk brought. */
export interface WalkReport {
  /** Up to here everything is matched that can be; `null` where the walk came to its end. */
  stoppedAt: Instant | null;
  items: number;
  deliveries: number;
}

/** Compares the statements of all articles that changed since then, but for those matched before, with the searches. */
export async function matchChanges(deps: Matching, { from, searches, matched, goOn }: Walk): Promise<WalkReport> {
  const report: WalkReport = { stoppedAt: null, items: 0, deliveries: 0 };
  let index: SearchIndex | null = null;
  const indexed = async (): Promise<SearchIndex> => {
    index ??= indexSearches(await deps.compile(searches));
    return index;
  };
  let waiting: Change[] = [];
  const matchWaiting = async (): Promise<void> => {
    const some = waiting;
    waiting = [];
    const items = await itemsToMatch(deps.store, some, matched, from);
    report.items += items.length;
    if (items.length > 0) report.deliveries += await matchItems(deps, items, matched, await indexed());
  };
  for await (const { record } of deps.store.items.changes({ from })) {
    if (!record.removed && !matched.hasChange(record)) waiting.push(record);
    if (waiting.length < CHANGES_AT_A_TIME) continue;
    await matchWaiting();
    if (await goOn()) continue;
    return { ...report, stoppedAt: record.changedAt };
  }
  await matchWaiting();
  return report;
}

/** The items that are at their change, and bring a text that was not matched. A change whose item isn't at it yet stays open. */
async function itemsToMatch(
  store: Store,
  changes: readonly Change[],
  matched: MatchedChanges,
  from: Instant,
): Promise<ItemSummary[]> {
  const items = await store.items.summaries([...new Set(changes.map(({ itemId }) => itemId))]);
  const oldest = toInstant(Date.parse(from) - LONGEST_WORK);
  const found: ItemSummary[] = [];
  for (const change of changes) {
    const item = items.get(change.itemId);
    if (!item || isAfter(change.changedAt, item.changedAt)) continue;
    // The same text read again, by other rules or with a correction, tells nothing.
    const isReadAgain = item.revision > 1 && (matched.hasText(item) || isAfter(oldest, item.fetchedAt));
    // A later change of the item has a row of its own.
    if (isAfter(item.changedAt, change.changedAt) || isReadAgain) matched.add(change, item);
    else found.push(item);
  }
  return found;
}

async function matchItems(
  deps: Matching,
  items: readonly ItemSummary[],
  matched: MatchedChanges,
  index: SearchIndex,
): Promise<number> {
  const { store, clock } = deps;
  const lists = await store.statements.ofEditions(items.map(({ id, edition }) => ({ itemId: id, edition })));
  let added = 0;
  for (const [n, item] of items.entries()) {
    const statements = (lists[n] ?? []).filter(({ correction }) => !correction?.notAStatement);
    // Reads are eventually consistent: the next run sees the rest.
    if (statements.length < item.statementCount) continue;
    const matches = statements.flatMap((statement) => {
      const searches = index.matching(statement, item).filter((search) => isActive(search, item, clock));
      return searches.map((search) => ({ search, statement, item }));
    });
    for (const match of await withRows(matches, deps)) added += await tell(match, { store, clock });
    matched.add({ itemId: item.id, changedAt: item.changedAt }, item);
  }
  return added;
}

/** Whether the search was there when the article changed; where the clock has gone back since it was saved, nothing tells. */
function isActive({ activeSince }: Search, { changedAt }: ItemSummary, clock: Clock): boolean {
  return !isAfter(activeSince, changedAt) || Date.parse(activeSince) > clock.now();
}

async function withRows(matches: Omit<Match, 'row'>[], { rowsOf }: Matching): Promise<Match[]> {
  if (matches.length === 0) return [];
  const statements = [...new Map(matches.map(({ statement }) => [statement.id, statement])).values()];
  const rows = await rowsOf(statements, [...new Set(matches.map(({ item }) => item))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return matches.flatMap((match) => {
    const row = byId.get(match.statement.id);
    return row ? [{ ...match, row }] : [];
  });
}
