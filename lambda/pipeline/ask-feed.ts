import type { Feed, FeedState, Host } from '../model/feed.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import type { Clock, Fetcher, FetchResponse } from '../model/ports.ts';
import { isHeld } from '../schedule/host-hold.ts';
import { validatorsToSend } from '../schedule/state-moves.ts';
import type { IngestStore } from '../store/store.ts';
import type { BodyPermit } from './body-semaphore.ts';

/** The poll ended before it had an answer: a host on the way is held. */
export interface HeldPollResult {
  heldHost: Host & { heldUntil: Instant };
}

/** Thrown where a host that is held would be asked, and caught where the poll began. */
export class HostHeld extends Error {
  readonly host: HeldPollResult['heldHost'];

  constructor(host: HeldPollResult['heldHost']) {
    super(`${host.name} is held until ${host.heldUntil}`);
    this.host = host;
  }
}

/** What asking a feed's server needs. */
interface AskDependencies {
  fetcher: Fetcher;
  clock: Clock;
  store: Pick<IngestStore, 'hosts'>;
  signal?: AbortSignal | undefined;
  permit: BodyPermit;
  /** Asks hosts also during their hold, as an operator may decide for once. */
  isHoldIgnored?: boolean | undefined;
}

/** Asks the feed's server with the validators of its last answer. Throws FetchError, and HostHeld where a host on the way is held. */
export async function askFeed(
  feed: Feed,
  state: FeedState,
  { fetcher, clock, store, signal, permit, isHoldIgnored }: AskDependencies,
): Promise<FetchResponse> {
  const { validatorsHost } = state;
  return fetcher.fetch({
    url: feed.url,
    signal,
    beforeLargeBody: permit.acquire,
    ...validatorsToSend(state, toInstant(clock.now())),
    ...(validatorsHost === undefined ? {} : { validatorsFrom: validatorsHost }),
    async turn(name) {
      if (isHoldIgnored) return () => undefined;
      // Read after the pause between two requests to one host, because the request before may have set the hold. That was a second ago or more, so an
      // eventually consistent read sees it. The queue keeps other workers away from this host.
      const host = await store.hosts.get(name, { consistent: false });
      if (isHeld(host, toInstant(clock.now()))) throw new HostHeld(host);
      return () => undefined;
    },
  });
}
