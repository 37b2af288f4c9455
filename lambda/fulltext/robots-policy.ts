import type { Host } from '../model/feed.ts';
import { toInstant } from '../model/instant.ts';
import { crawlDelaySeconds, NOTHING_ALLOWED, relevantRules } from './robots.ts';

const HOUR = 3_600_000;
/** RFC 9309, 2.4: no copy should be used for longer. */
const LONGEST = 24 * HOUR;
const LONGEST_REASON = 200;
const MAX_AGE = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,9})/i;

/** What a server answered that was asked for its robots.txt, redirects followed. */
export interface RobotsAnswer {
  status: number;
  /** The file, where the status is 2xx. */
  text: string;
  /** The header, where there is one. */
  cacheControl: string | null;
}

/** Why no server could be asked for it. */
export interface RobotsFailure {
  unread: string;
}

/** Why the file could not be read (RFC 9309, 2.3.1.4), `null` where it could, or is not there. */
function whyUnread(answer: RobotsAnswer | RobotsFailure): string | null {
  if ('unread' in answer) return answer.unread;
  const { status } = answer;
  return status >= 500 || status === 429 ? `it answers with status ${status}` : null;
}

/**
 * What to keep of the answer in the host's record. The rules that concern us for 2xx; everything is allowed for 4xx, which
 * says that there is no file, and for more redirects than are followed; nothing is allowed for 429, 5xx and without an answer,
 * unless an earlier copy is known, which then stays (RFC 9309, 2.3.1). It holds as long as `max-age` says, from an hour to 24;
 * 24 hours where nothing says, an hour where the server could not be reached.
 */
export function robotsRecord(
  answer: RobotsAnswer | RobotsFailure,
  earlier: Host['robots'],
  now: number,
  userAgent: string,
): NonNullable<Host['robots']> {
  const unread = whyUnread(answer);
  if ('unread' in answer || unread !== null) {
    const expiresAt = toInstant(now + HOUR);
    if (earlier !== null && earlier.unread === undefined) return { ...earlier, expiresAt };
    return { text: NOTHING_ALLOWED, expiresAt, unread: (unread ?? '').slice(0, LONGEST_REASON) };
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
