import { feedIdOf } from '../lambda/common/feed-id.ts';
import { fold } from '../lambda/common/fold.ts';
import type { Feed } from '../lambda/model/feed.ts';
import type { Store } from '../lambda/store/store.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';

/** The one feed meant by an id, the beginning of an id, an address or a title; throws CommandError where it is none or several. */
export async function findFeed(store: Store, text: string): Promise<Feed> {
  const exact = (await store.feeds.get(text)) ?? (await store.feeds.get(feedIdOf(text)));
  if (exact) return exact;
  const byId: Feed[] = [];
  const byTitle: Feed[] = [];
  for await (const { record: feed } of store.feeds.list()) {
    if (feed.id.startsWith(text)) byId.push(feed);
    if (fold(feed.title) === fold(text)) byTitle.push(feed);
  }
  const found = byId.length > 0 ? byId : byTitle;
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
