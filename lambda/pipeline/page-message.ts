import { hostOf } from '../common/host.ts';
import type { ItemSummary } from '../model/item.ts';
import type { PageMessage } from '../model/message.ts';

/** What stands in the queue for an item whose page is due; `null` for one that awaits none. */
export function pageMessage({
  id,
  url,
  fullText,
  nextTryAt,
}: Pick<ItemSummary, 'id' | 'url' | 'fullText' | 'nextTryAt'>): PageMessage | null {
  if (fullText !== 'pending' || url === null || nextTryAt === undefined) return null;
  return { kind: 'page', itemId: id, nextTryAt, host: hostOf(url) };
}
