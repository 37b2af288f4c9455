import type { Feed, FeedState } from '../../lambda/model/feed.ts';
import type { Store } from '../../lambda/store/store.ts';
import { adviceInWords, healthInWords } from '../output/feed-words.ts';
import { type Finding, fine, problem, stretchInWords, warning } from './finding.ts';

const MOST_NAMED = 5;
/** Dispatch looks every minute, and a host's feeds wait for each other. */
const OVERDUE_MILLISECONDS = 30 * 60_000;
/** Clocks of two machines may differ by so much. */
const CLOCK_MILLISECONDS = 5 * 60_000;
const SICK: FeedState['status'][] = ['failing', 'blocked', 'gone'];

interface Subscribed {
  feed: Feed;
  state: FeedState | null;
}

/** How the feeds do: which of them bring nothing, and whether they are polled at all. */
export async function checkFeeds({ feeds }: Pick<Store, 'feeds'>, now: number): Promise<Finding[]> {
  const list: Feed[] = [];
  for await (const { record } of feeds.list()) list.push(record);
  if (list.length === 0) {
    return [
      warning(
        'feeds',
        'No feed is subscribed.',
        '`dateline feeds add ADDRESS` subscribes one, `dateline feeds import FILE` many.',
      ),
    ];
  }
  const states = await feeds.states(list.map(({ id }) => id));
  const all = list.filter(({ paused }) => !paused).map((feed) => ({ feed, state: states.get(feed.id) ?? null }));
  return [
    unhealthyFeeds(all, list.length),
    ...staleFeeds(all),
    ...heldHosts(all),
    ...clockAhead(all, now),
    overdueFeeds(all, now),
  ];
}

function unhealthyFeeds(all: Subscribed[], count: number): Finding {
  const sick = all.filter(({ state }) => state && SICK.includes(state.status));
  if (sick.length === 0) return fine('feeds', `${count} feeds, ${all.length} of them polled, none is failing.`);
  const named = sick
    .slice(0, MOST_NAMED)
    .map(({ feed, state }) => `${feed.title || feed.url} ${healthInWords(feed, state)}`);
  const more = sick.length > named.length ? `; ${sick.length - named.length} more` : '';
  const [first] = sick;
  const own = sick.length === 1 && first ? adviceInWords(first.feed, first.state) : '';
  const advice = own || '`dateline feeds list --status failing` (or blocked, gone) tells what can be done for each.';
  return problem('feeds', `${sick.length} of ${all.length} feeds can not be read: ${named.join('; ')}${more}.`, advice);
}

function staleFeeds(all: Subscribed[]): Finding[] {
  const stale = all.filter(({ state }) => state?.status === 'stale');
  if (stale.length === 0) return [];
  const message = `${stale.length} feeds answer, but have brought nothing new for long.`;
  return [
    warning(
      'stale-feeds',
      message,
      '`dateline feeds list --status stale` names them; their sites may have other feeds.',
    ),
  ];
}

function heldHosts(all: Subscribed[]): Finding[] {
  const held = new Map(all.flatMap(({ state }) => (state?.held ? [[state.held.host, state.held] as const] : [])));
  if (held.size === 0) return [];
  const feeds = all.filter(({ state }) => state?.held).length;
  const hosts = [...held.values()].slice(0, MOST_NAMED);
  const named = hosts.map(({ host, until, reason }) => `${host} until ${until} (${reason})`).join('; ');
  const more = held.size > hosts.length ? `; ${held.size - hosts.length} more` : '';
  return [
    warning(
      'held-hosts',
      `${feeds} feeds wait for hosts that want to be left alone: ${named}${more}.`,
      'They are polled after that by themselves; `dateline poll FEED --now-even-if-held` asks one now, once.',
    ),
  ];
}

function clockAhead(all: Subscribed[], now: number): Finding[] {
  const ahead = all.filter(({ state }) => state?.lastPollAt && Date.parse(state.lastPollAt) > now + CLOCK_MILLISECONDS);
  if (ahead.length === 0) return [];
  return [
    problem(
      'clock',
      `${ahead.length} feeds were polled in the future: the clock was ahead then, or is behind now.`,
      'Set the clock; feeds whose next poll lies too far ahead are polled with the next round all the same.',
    ),
  ];
}

function overdueFeeds(all: Subscribed[], now: number): Finding {
  const late = all.flatMap(({ state }) => (state?.nextPollAt ? now - Date.parse(state.nextPollAt) : []));
  const longest = Math.max(0, ...late);
  const count = late.filter((milliseconds) => milliseconds > OVERDUE_MILLISECONDS).length;
  if (count === 0) return fine('polling', 'Feeds are polled when they are due.');
  const message = `${count} feeds are overdue, the longest for ${stretchInWords(longest)}.`;
  return problem(
    'polling',
    message,
    'Is `dateline serve` running (and not with --no-poll)? On AWS, look at the alarms of dispatch and ingest. `dateline poll` asks them now.',
  );
}
