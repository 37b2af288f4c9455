import { makeDue } from '../../lambda/api/feeds/change-feed.ts';
import type { Feed } from '../../lambda/model/feed.ts';
import type { Store } from '../../lambda/store/store.ts';

const AT_A_TIME = 25;
/** More than what making one feed due takes. */
const MILLISECONDS_A_FEED = 50;

/**
 * Makes the feeds due as `POST /v1/feeds/ID/poll` does, all at one moment that is yet to come, so that one tick sends them all; answers that moment.
 */
export async function makeAllDue(feeds: Feed[], store: Store): Promise<number> {
  const moment = Date.now() + 5_000 + feeds.length * MILLISECONDS_A_FEED;
  for (let start = 0; start < feeds.length; start += AT_A_TIME) {
    const some = feeds.slice(start, start + AT_A_TIME);
    await Promise.all(some.map(({ id }) => makeDue(id, { store, clock: { now: () => moment } })));
  }
  if (Date.now() > moment) throw new Error('making the feeds due took too long: several ticks would send them');
  return moment;
}
