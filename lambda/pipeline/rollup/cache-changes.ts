import { isDeepStrictEqual } from 'node:util';
import { confidenceBand } from '../../model/confidence-band.ts';
import { type Day, dayOf, type Instant } from '../../model/instant.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import type { CachedCounts, CachedPlace } from '../../store/counts/shapes.ts';
import type { Lease } from '../../store/jobs/lease.ts';
import type { Store } from '../../store/store.ts';
import type { Change } from '../../store/store-shapes.ts';
import { editionName, linkStories } from './link-stories.ts';

/** A day of a changed article; `item` is the article as it is now, whatever its day. */
interface Wanted extends CachedPlace {
  item: ItemSummary | undefined;
  changedAt: Instant;
}

/** Cached counts, and when the article expires. */
interface Reading {
  cached: CachedCounts;
  expiresAt: Instant | null;
}

/**
 * Reads what changed, and writes what counting has to know of each article. Answers the days that are to be counted again: those whose articles say
 * something else than before, and with `rewrite` all.
 */
export async function cacheChanges(
  store: Store,
  lease: Lease,
  given: readonly Change[],
  { rewrite }: { rewrite: boolean },
): Promise<Set<Day>> {
  const { items, changes, said } = await linkChanged(store, lease, await repairChanged(store, given), given, rewrite);
  const wanted = new Map<string, Wanted>();
  for (const { itemId, changedAt, days } of changes) {
    const item = items.get(itemId);
    for (const day of item ? [...days, dayOf(item.sortAt)] : days) {
      wanted.set(nameOf({ day, itemId }), { day, itemId, item, changedAt: item?.changedAt ?? changedAt });
    }
  }
  const known = new Map((await store.rollups.cached([...wanted.values()])).map((cached) => [nameOf(cached), cached]));
  const readings: Reading[] = [];
  const unread: ItemSummary[] = [];
  for (const one of wanted.values()) {
    const { item, day } = one;
    if (!item || dayOf(item.sortAt) !== day) readings.push({ cached: goneFrom(one), expiresAt: null });
    else if (rewrite || !isKnown(item, known.get(nameOf(one)))) unread.push(item);
  }
  const others = unread.filter((item) => !said.has(editionName(item)));
  const lists = await store.statements.ofEditions(others.map(({ id, edition }) => ({ itemId: id, edition })));
  for (const [n, item] of others.entries()) said.set(editionName(item), lists[n] ?? []);
  for (const item of unread) {
    readings.push({ cached: countsOf(item, said.get(editionName(item)) ?? []), expiresAt: item.expiresAt });
  }
  const fresh = readings.filter(({ cached }) => rewrite || !isDeepStrictEqual(cached, known.get(nameOf(cached))));
  await store.rollups.putCached(lease, fresh);
  return new Set(fresh.map(({ cached }) => cached.day));
}

/**
 * Clears items of what former revisions left, and of one that never came to its end, since the feed took it back; and sets right whose copies they are: an
 * original may never have arrived. Answers the items as they are then.
 */
async function repairChanged(store: Store, changes: readonly Change[]): Promise<Map<string, ItemSummary>> {
  const items = await store.items.summaries(changes.map(({ itemId }) => itemId));
  const repaired: string[] = [];
  for (const { itemId, changedAt } of changes) {
    const item = items.get(itemId);
    if (item && (item.revision > 1 || changedAt !== item.changedAt || item.duplicateOf !== null)) {
      await store.items.repair(itemId, changedAt);
      repaired.push(itemId);
    }
  }
  return repaired.length === 0 ? items : new Map([...items, ...(await store.items.summaries(repaired))]);
}

/** Links stories and sayings; those whose story is another one now are counted too. */
async function linkChanged(
  store: Store,
  lease: Lease,
  items: Map<string, ItemSummary>,
  given: readonly Change[],
  rewrite: boolean,
) {
  const gone = given.filter(({ itemId }) => !items.has(itemId));
  const stories = new Set(gone.map(({ itemId, storyId }) => storyId ?? itemId));
  const { moved, said } = await linkStories(store, lease, { items: [...items.values()], stories, rewrite });
  if (moved.size === 0) return { items, changes: given, said };
  const now = await store.items.summaries([...moved]);
  const changes = [...now.values()].map(({ id, changedAt, sortAt }) => ({
    ...{ itemId: id, changedAt, days: [dayOf(sortAt)] },
  }));
  return { items: new Map([...items, ...now]), changes: [...given, ...changes], said };
}

const nameOf = ({ day, itemId }: CachedPlace): string => `${day} ${itemId}`;

const isKnown = (item: ItemSummary, cached: CachedCounts | undefined): boolean =>
  cached?.changedAt === item.changedAt && cached.copy === (item.duplicateOf !== null) && !cached.removed;

function goneFrom({ day, itemId, changedAt }: Wanted): CachedCounts {
  return {
    ...{ day, itemId, changedAt, removed: true },
    ...{ feedId: '', sortAt: `${day}T00:00:00Z`, undated: false, copy: false },
    ...{ language: null, tags: [], statements: [] },
  };
}

/** What counts of an article; what an operator has struck does not. */
export function countsOf(item: ItemSummary, statements: readonly Statement[]): CachedCounts {
  const groups = new Map<string, CachedCounts['statements'][number]>();
  for (const { type, confidence, speaker, correction } of statements) {
    if (correction?.notAStatement) continue;
    const said = {
      speaker: speaker && { id: speaker.id, name: speaker.name, role: speaker.role },
      type,
      band: confidenceBand(confidence),
    };
    const name = JSON.stringify(said);
    groups.set(name, { ...said, count: (groups.get(name)?.count ?? 0) + 1 });
  }
  return {
    ...{ day: dayOf(item.sortAt), itemId: item.id, changedAt: item.changedAt, removed: false },
    ...{ feedId: item.feedId, sortAt: item.sortAt, language: item.language, tags: [...new Set(item.tags)] },
    ...{ undated: item.publishedAt === null, copy: item.duplicateOf !== null },
    statements: [...groups.values()],
  };
}
