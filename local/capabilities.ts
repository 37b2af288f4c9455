import type { Capabilities } from '../lambda/api/kernel/capabilities.ts';
import { isPrivatePlace, parseAllowList } from '../lambda/fetch/allow-list.ts';
import type { Clock } from '../lambda/model/ports.ts';
import { locateFeed } from '../lambda/pipeline/locate-feed.ts';
import { testFeed } from '../lambda/pipeline/test-feed.ts';
import { heldInWords } from './poll-line.ts';
import type { Polling } from './polling.ts';

/** What the pages and the API of this machine can do beyond its store: it fetches itself, with the distances that its polls keep. */
export function localCapabilities(
  { fetcher, pollNow }: Pick<Polling, 'fetcher' | 'pollNow'>,
  { clock, allowHosts }: { clock: Clock; allowHosts: string[] },
): Capabilities {
  const allowList = parseAllowList(allowHosts);
  return {
    async poll(message) {
      const { result, document, error, held, nextPollAt } = await pollNow(message);
      return {
        result,
        newItems: document?.newItems ?? 0,
        changedItems: document?.changedItems ?? 0,
        error: held ? { code: 'host-held', message: heldInWords(held) } : error,
        nextPollAt,
      };
    },
    testFeed: (url) => testFeed(url, { fetcher, clock }),
    isPrivatePlace: (url) => isPrivatePlace(url, allowList),
    locateFeed: (url) => locateFeed(url, fetcher),
  };
}
