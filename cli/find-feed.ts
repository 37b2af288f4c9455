import { feedIdOf } from '../lambda/common/feed-id.ts';
import { fold } from '../lambda/common/fold.ts';
import type { Feed } from '../lambda/model/feed.ts';
import type { Store } from '../lambda/store/store.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';

/** The one feed meant by an id, the beginning of an id, an address (also one that it has moved to) or a title; throws CommandError where it is none or several. */
export async function findFeed(store: Store, text: string): Promise<Feed> {
  const exact = (await store.feeds.get(text)) ?? (await store.feeds.get(feedIdOf(text)));
  if (exact) return exact;
  const byId: Feed[] = [];
  const byTitle: Feed[] = [];
  const byAddress: Feed[] = [];
  const address = URL.canParse(text) ? new URL(text).href : null;
  for await (const { record: feed } of store.feeds.list()) {
    if (feed.id.startsWith(text)) byId.push(feed);
    if (feed.url === address) byAddress.push(feed);
    if (fold(feed.title) === fold(text)) byTitle.push(feed);
  }
  const found = [byAddress, byId, byTitle].find(({ length }) => length > 0) ?? [];
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only) {
    const hint = '`dateline feeds list` shows all feeds with their ids.';
    throw new CommandError(EXIT.notFound, 'unknown-feed', `no feed is ${JSON.stringify(text)}`, hint);
  }
  const names = found.slice(0, 5).map(({ id, title }) => `${id} ${title}`);
  throw new CommandError(
    EXIT.usage,
    'ambiguous',
    `${found.length} feeds fit ${JSON.stringify(text)}`,
    names.join('\n'),
  );
}
