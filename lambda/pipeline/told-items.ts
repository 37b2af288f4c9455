import { confidenceBand } from '../model/confidence-band.ts';
import type { Day } from '../model/instant.ts';
import type { Statement } from '../model/statement.ts';
import type { Store } from '../store/store.ts';
import type { ToldItem } from '../store/store-shapes.ts';
import type { QuotingItem, QuotingItems } from './quoting-items.ts';

const ITEMS_AT_A_TIME = 400;
/** What so many items say is remembered together. */
const TOLD_AT_A_TIME = 4_000;

/**
 * What the items of a day quote, without what an operator has struck, feed by feed: of those that an earlier count has read from what it remembered, and
 * of the others from their statements, which are remembered for the next count.
 */
export async function* toldItems(
  { items: stored, statements, rollups }: Pick<Store, 'items' | 'statements' | 'rollups'>,
  day: Day,
  items: QuotingItems,
): AsyncGenerator<{ quoting: QuotingItem; told: ToldItem }> {
  const known = await rollups.told(day);
  let fresh: ToldItem[] = [];
  for (const some of items.byFeed(ITEMS_AT_A_TIME)) {
    const found = some.map((quoting) => ({ quoting, told: known.get(quoting) }));
    const unknown = found.filter(({ told }) => told === undefined).map(({ quoting }) => quoting);
    const current = await stored.summaries(unknown.map(({ itemId }) => itemId));
    const lists = await statements.ofEditions(
      unknown.map(({ itemId, revision }) => {
        const item = current.get(itemId);
        return { itemId, edition: item?.revision === revision ? item.edition : '' };
      }),
    );
    const read = new Map(unknown.map((quoting, index) => [quoting.itemId, toldBy(quoting, lists[index] ?? [])]));
    for (const { quoting, told = read.get(quoting.itemId) } of found) if (told) yield { quoting, told };
    for (const told of read.values()) if (told) fresh.push(told);
    if (fresh.length < TOLD_AT_A_TIME) continue;
    await known.add(fresh);
    fresh = [];
  }
  await known.add(fresh);
}

/** What the statements tell; undefined where there are none: they may be there at the next count. */
function toldBy({ itemId, revision, changedAt }: QuotingItem, statements: readonly Statement[]): ToldItem | undefined {
  const [first] = statements;
  if (!first) return undefined;
  const own = statements.filter(({ correction }) => !correction?.notAStatement);
  return {
    ...{ itemId, revision, changedAt, sortAt: first.sortAt },
    statements: own.map(({ type, confidence, speaker }) => ({
      type,
      band: confidenceBand(confidence),
      speaker: speaker && speaker.id !== null ? { id: speaker.id, name: speaker.name, role: speaker.role } : null,
    })),
  };
}
