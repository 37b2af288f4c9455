import { hostOf } from '../common/host.ts';
import { isPublicAddress } from '../fetch/address-check.ts';
import { mayFetch } from '../fulltext/robots.ts';
import { FetchError } from '../model/errors.ts';
import type { Host } from '../model/feed.ts';
import { toInstant } from '../model/instant.ts';
import type { Clock, Fetcher, FetchResponse } from '../model/ports.ts';
import { isHeld } from '../schedule/host-hold.ts';
import type { IngestStore } from '../store/store.ts';
import { type KnownHost, withRobots } from './page-robots.ts';

/** As many redirects to other hosts, or places on them, as are followed in all. */
const MOST_LEGS = 5;
const ACCEPT_PAGES = 'text/html, application/xhtml+xml, */*;q=0.1';

/** A worker waits no longer between two pages of a host; who wants more is asked for one page a minute. */
const LONGEST_GAP_SECONDS = 15;

/** What fetching a page needs. */
export interface FetchPageDependencies {
  store: IngestStore;
  fetcher: Fetcher;
  clock: Clock;
  /** The name that robots.txt calls us by. */
  userAgent: string;
  /** Asked before a large page is held. */
  beforeLargeBody?: (bytes: number | null) => Promise<void>;
  /** Aborting it ends the work with an InterruptedError. */
  signal?: AbortSignal | undefined;
}

/** A page, or the host on the way to it that wants to be left alone. */
export type FetchedPage = { response: FetchResponse } | { heldHost: Host & { heldUntil: string } };

/** An address to ask, and what has led there. */
interface Leg {
  url: string;
  /** Whether a server of the public internet has led here, by a link or a redirect. */
  throughPublic: boolean;
}

/** Thrown before a redirect to another host is followed, for that host's own rules are to be read first. */
class LedElsewhere extends Error {
  readonly leg: Leg;

  constructor(leg: Leg) {
    super(`the page lies at ${leg.url}`);
    this.leg = leg;
  }
}

/** Refused by rules that were read, or because they could not be read, which is another matter to whoever asks why. */
function refusedByRobots(url: string, { unread }: KnownHost['robots']): FetchError {
  const host = hostOf(url);
  if (unread === undefined)
    return new FetchError('robots-disallowed', `the robots.txt of ${host} does not allow ${url}`);
  return new FetchError(
    'robots-unread',
    `${url} was not asked: the robots.txt of ${host} could not be read: ${unread}`,
  );
}

async function walk(
  { url, throughPublic }: Leg,
  robots: KnownHost['robots'],
  { fetcher, userAgent, beforeLargeBody, signal }: FetchPageDependencies,
): Promise<FetchResponse> {
  const { text, delaySeconds = 0 } = robots;
  let next = url;
  let isPublic = throughPublic;
  return fetcher.fetch({
    url,
    throughPublic,
    signal,
    ...(beforeLargeBody ? { beforeLargeBody } : {}),
    accept: ACCEPT_PAGES,
    gapMilliseconds: Math.min(delaySeconds, LONGEST_GAP_SECONDS) * 1000,
    onStep(step) {
      if (step.kind === 'redirected') next = step.to;
      if (step.kind === 'answered') isPublic ||= step.address === null || isPublicAddress(step.address);
    },
    async turn(host) {
      if (host !== hostOf(url)) throw new LedElsewhere({ url: next, throughPublic: isPublic });
      if (!mayFetch(text, next, userAgent)) throw refusedByRobots(next, robots);
      return () => undefined;
    },
  });
}

/**
 * Fetches a page as its hosts allow, each one on the way: by their robots.txt, and not while they want to be left alone. Throws FetchError, with code
 * `robots-disallowed` where the page is not to be read, `robots-unread` where that can't be known; errors of the store are thrown too.
 */
export async function fetchPage(start: Leg, deps: FetchPageDependencies): Promise<FetchedPage> {
  const { store, clock } = deps;
  let leg = start;
  for (let legs = 0; legs <= MOST_LEGS; legs++) {
    const host = await store.hosts.get(hostOf(leg.url));
    if (isHeld(host, toInstant(clock.now()))) return { heldHost: host };
    const known = await withRobots(leg.url, { host, throughPublic: leg.throughPublic }, deps);
    if (isHeld(known, toInstant(clock.now()))) return { heldHost: known };
    const { robots } = known;
    if (!mayFetch(robots.text, leg.url, deps.userAgent)) throw refusedByRobots(leg.url, robots);
    try {
      return { response: await walk(leg, robots, deps) };
    } catch (error) {
      if (!(error instanceof LedElsewhere)) throw error;
      leg = error.leg;
    }
  }
  throw new FetchError(
    'redirect-loop',
    `${start.url} leads on and on: more than ${MOST_LEGS} redirects to other hosts`,
  );
}
