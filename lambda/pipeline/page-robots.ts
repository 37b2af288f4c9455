import { hostOf } from '../common/host.ts';
import { needsRobots, type RobotsAnswer, type RobotsFailure, robotsRecord } from '../fulltext/robots-policy.ts';
import { FetchError } from '../model/errors.ts';
import type { Host } from '../model/feed.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import type { Clock, Fetcher } from '../model/ports.ts';
import { heldAfter } from '../schedule/host-hold.ts';
import type { IngestStore } from '../store/store.ts';

/** RFC 9309, 2.5, asks for half of this at least. */
const LARGEST_BYTES = 1_000_000;
/** A robots.txt behind more redirects than are followed counts as missing (RFC 9309, 2.3.1.3). */
const NO_FILE = 404;

/** Errors that say nothing of a robots.txt: the host isn't there, or is none that we may ask, which the page's own request would tell too. */
const OF_ADDRESS: ReadonlySet<string> = new Set(['dns', 'private-address', 'port-not-allowed', 'bad-url']);

function withoutFile(error: FetchError): RobotsAnswer | RobotsFailure {
  if (OF_ADDRESS.has(error.code)) throw error;
  const status = error.code === 'redirect-loop' ? NO_FILE : error.status;
  return status === null ? { unread: error.message } : { status, text: '', cacheControl: null };
}

/** A host whose robots.txt is known. */
export type KnownHost = Host & { robots: NonNullable<Host['robots']> };

/** What asking for robots.txt needs. */
interface RobotsDependencies {
  store: IngestStore;
  fetcher: Fetcher;
  clock: Clock;
  userAgent: string;
  signal?: AbortSignal | undefined;
}

interface Asked {
  answer: RobotsAnswer | RobotsFailure;
  /** Until when the host wants to be left alone, where it said so. */
  heldUntil: Instant | null;
}

async function ask(
  url: string,
  throughPublic: boolean,
  { fetcher, clock, signal }: RobotsDependencies,
): Promise<Asked> {
  try {
    const { status, body, headers } = await fetcher.fetch({
      url: new URL('/robots.txt', url).href,
      accept: 'text/plain, */*;q=0.1',
      throughPublic,
      maxBodyBytes: LARGEST_BYTES,
      signal,
    });
    const answer = { status, text: new TextDecoder().decode(body), cacheControl: headers['cache-control'] ?? null };
    return { answer, heldUntil: null };
  } catch (error) {
    if (error instanceof FetchError)
      return { answer: withoutFile(error), heldUntil: heldAfter(error, toInstant(clock.now())) };
    throw error;
  }
}

/**
 * The host's record with what its robots.txt says to us: as it stands there, or asked for and remembered. Throws FetchError where the host
 * has no address, or none that may be asked.
 */
export async function withRobots(
  url: string,
  { host, throughPublic }: { host: Host | null; throughPublic: boolean },
  deps: RobotsDependencies,
): Promise<KnownHost> {
  const { store, clock, userAgent } = deps;
  const earlier = host?.robots ?? null;
  if (host && earlier && !needsRobots(earlier, clock.now())) return { ...host, robots: earlier };
  const { answer, heldUntil } = await ask(url, throughPublic, deps);
  const robots = robotsRecord(answer, earlier, clock.now(), userAgent);
  const known = { ...host, name: hostOf(url), heldUntil: heldUntil ?? host?.heldUntil ?? null, robots };
  await store.hosts.put(known);
  return known;
}
