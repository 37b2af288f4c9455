import type { Host } from '../model/feed.ts';
import { toInstant } from '../model/instant.ts';
import { crawlDelaySeconds, NOTHING_ALLOWED, relevantRules } from './robots.ts';

const HOUR = 3_600_000;
/** RFC 9309, 2.4: no copy should be used for longer. */
const LONGEST = 24 * HOUR;
const MAX_AGE = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,9})/i;

/** What asking for a host's robots.txt brought, redirects followed: an answer, or `null` where no server could be reached. */
export interface RobotsAnswer {
  status: number;
  /** The file, where the status is 2xx. */
  text: string;
  /** The header, where there is one. */
  cacheControl: string | null;
}

/**
 * What to keep of the answer in the host's record. The rules that concern us for 2xx; everything is allowed for 4xx, which
 * says that there is no file, and for more redirects than are followed; nothing is allowed for 429, 5xx and without an answer,
 * unless an earlier copy is known, which then stays (RFC 9309, 2.3.1). It holds as long as `max-age` says, from an hour to 24;
 * 24 hours where nothing says, an hour where the server could not be reached.
 */
export function robotsRecord(
  answer: RobotsAnswer | null,
  earlier: Host['robots'],
  now: number,
  userAgent: string,
): NonNullable<Host['robots']> {
  if (answer === null || answer.status >= 500 || answer.status === 429) {
    return { ...(earlier ?? { text: NOTHING_ALLOWED }), expiresAt: toInstant(now + HOUR) };
  }
  const seconds = MAX_AGE.exec(answer.cacheControl ?? '')?.[1];
  const holds = seconds === undefined ? LONGEST : Math.min(Math.max(Number(seconds) * 1000, HOUR), LONGEST);
  const found = answer.status >= 200 && answer.status < 300;
  const expiresAt = toInstant(now + holds);
  if (!found) return { text: '', expiresAt };
  const text = relevantRules(answer.text, userAgent);
  const delaySeconds = crawlDelaySeconds(text, userAgent);
  return delaySeconds === null ? { text, expiresAt } : { text, expiresAt, delaySeconds };
}

/** Whether a host's robots.txt must be asked for before its next page. */
export function needsRobots(robots: Host['robots'], now: number): boolean {
  return robots === null || Date.parse(robots.expiresAt) <= now;
}
