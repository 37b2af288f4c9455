import { hashId } from '../../common/hash.ts';
import type { Delivery } from '../../model/delivery.ts';
import { isAfter, toInstant } from '../../model/instant.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { Clock } from '../../model/ports.ts';
import type { Search } from '../../model/search.ts';
import type { Statement } from '../../model/statement.ts';
import { sayingKeys, sharesHalfOfWords } from '../../notify/saying-keys.ts';
import type { Store } from '../../store/store.ts';

/** A statement that a search matches. */
export interface Match {
  search: Search;
  statement: Statement;
  item: ItemSummary;
  /** The statement as the API gives it. */
  row: Record<string, unknown>;
}

/**
 * Adds a delivery for each channel to which something is sent. Nothing is told twice: not a statement, not one that says again half of what an earlier
 * edition of its article said, not a saying. Everything is written on condition that it isn't there, so that whatever is repeated changes nothing. Answers
 * how many deliveries were added.
 */
export async function tell(
  { search, statement, item, row }: Match,
  { store, clock }: { store: Pick<Store, 'deliveries'>; clock: Clock },
): Promise<number> {
  const { deliveries } = store;
  const told = item.revision > 1 ? await deliveries.ofItem(search.id, item.id) : [];
  const before = told.filter(({ edition }) => edition !== item.edition);
  if (before.some((one) => sharesHalfOfWords(String(one.statement.text), statement.text))) return 0;
  for (const key of sayingKeys(statement)) {
    if (!(await deliveries.tellSaying({ searchId: search.id, key, statementId: statement.id }))) return 0;
  }
  let added = 0;
  for (const { id: channelId, kind, addedAt } of search.channels) {
    if (kind === 'feed' || isAfter(addedAt, item.changedAt)) continue;
    const now = toInstant(clock.now());
    const delivery: Delivery = {
      id: deliveryId(search.id, statement.id),
      ...{ searchId: search.id, searchName: search.name, channelId },
      ...{ itemId: item.id, edition: item.edition, statementId: statement.id, statement: row },
      ...{ example: false, state: 'due', createdAt: now, nextTryAt: now, attempts: 0, lastError: null, sentAt: null },
    };
    if (await deliveries.add(delivery)) added += 1;
  }
  return added;
}

/** The id under which a receiver knows a delivery again. */
export function deliveryId(searchId: string, statementId: string): string {
  return `msg_${hashId(searchId, statementId)}`;
}
