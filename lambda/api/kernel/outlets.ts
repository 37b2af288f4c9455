import type { Clock } from '../../model/ports.ts';
import type { FeedRepository } from '../../store/store.ts';

const REMEMBERED_MILLISECONDS = 60_000;
const MOST_REMEMBERED = 10_000;

/** Titles of feeds by their ids; a feed that is not subscribed any more goes by its id. */
export interface Outlets {
  titles(feedIds: Iterable<string>): Promise<Map<string, string>>;
}

/** Looks titles up in the store and remembers them for a minute, as every list asks for the same few. */
export function createOutlets(feeds: Pick<FeedRepository, 'get'>, clock: Clock): Outlets {
  const remembered = new Map<string, { title: string; until: number }>();

  const titleOf = async (id: string): Promise<string> => {
    const known = remembered.get(id);
    if (known && known.until > clock.now()) return known.title;
    const title = (await feeds.get(id, { consistent: false }))?.title ?? id;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(id, { title, until: clock.now() + REMEMBERED_MILLISECONDS });
    return title;
  };

  return {
    async titles(feedIds) {
      const ids = [...new Set(feedIds)];
      return new Map(await Promise.all(ids.map(async (id): Promise<[string, string]> => [id, await titleOf(id)])));
    },
  };
}
