import robotsParser from 'robots-parser';

/** RFC 9309, 2.5: at least so much must be read. */
const MOST_BYTES = 500 * 1024;
/** What is kept of a file must fit into a record, and be matched in bounded time. */
const MOST_KEPT = 64 * 1024;
/** Longer waits would mean that pages never come. */
const LONGEST_DELAY = 3600;

/** The robots.txt that allows nothing. */
export const NOTHING_ALLOWED = 'User-agent: *\nDisallow: /\n';

/** The name that a robots.txt calls us by: the User-Agent up to its version. */
function productOf(userAgent: string): string {
  return (userAgent.split('/', 1)[0] ?? '').trim().toLowerCase();
}

interface Group {
  agents: string[];
  rules: string[];
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let naming = false;
  for (const line of text
    .replace(/^\uFEFF/, '')
    .slice(0, MOST_BYTES)
    .split(/\r\n|\r|\n/)) {
    const bare = line.split('#', 1)[0] ?? '';
    const colon = bare.indexOf(':');
    if (colon < 0) continue;
    const field = bare.slice(0, colon).trim().toLowerCase();
    const value = bare.slice(colon + 1).trim();
    if (field === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [] });
      groups.at(-1)?.agents.push(productOf(value));
      naming = true;
    } else if (field === 'allow' || field === 'disallow' || field === 'crawl-delay') {
      naming = false;
      if (value !== '') groups.at(-1)?.rules.push(`${field}: ${value.replace(/\*{2,}/g, '*')}`);
    }
  }
  return groups;
}

/**
 * What of a robots.txt concerns us: the groups that name us, together, or else those for all (RFC 9309, 2.2.1), in a form
 * small enough to be stored and fit for `mayFetch`; `''` where nothing does. Who has more than 64 KB of rules for us is left alone.
 */
export function relevantRules(text: string, userAgent: string): string {
  const groups = groupsOf(text);
  const product = productOf(userAgent);
  const ours = groups.filter(({ agents }) => agents.includes(product));
  const chosen = ours.length > 0 ? ours : groups.filter(({ agents }) => agents.includes('*'));
  const rules = [...new Set(chosen.flatMap((group) => group.rules))];
  if (rules.length === 0) return '';
  const kept = `User-agent: *\n${rules.join('\n')}\n`;
  return kept.length > MOST_KEPT ? NOTHING_ALLOWED : kept;
}

/** What we need of robots-parser; its own types describe a default export, which it hasn't. */
interface Rules {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
}

function parse(text: string, url: string): Rules {
  const parser = robotsParser as unknown as (url: string, text: string) => Rules;
  return parser(new URL('/robots.txt', url).href, text);
}

/**
 * Whether the host's robots.txt lets us fetch an address; the longest rule that matches counts, and `Allow` where two are as
 * long. `null` stands for a host without the file, which allows everything; what is no address of http or https is never fetched.
 */
export function mayFetch(robotsText: string | null, url: string, userAgent: string): boolean {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return false;
  if (robotsText === null || robotsText === '') return true;
  return parse(relevantRules(robotsText, userAgent), url).isAllowed(url, '*') ?? false;
}

/** The seconds that the host wants between two requests of ours, at most an hour; `null` where it names none. */
export function crawlDelaySeconds(robotsText: string | null, userAgent: string): number | null {
  if (robotsText === null) return null;
  const delay = parse(relevantRules(robotsText, userAgent), 'https://host.invalid/').getCrawlDelay('*');
  return delay === undefined || !(delay > 0) ? null : Math.min(delay, LONGEST_DELAY);
}
