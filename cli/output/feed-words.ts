import type { Feed, FeedEvent, FeedState } from '../../lambda/model/feed.ts';
import { minute } from './cells.ts';

/** What of a feed's state tells how it does. */
type Health = Pick<
  FeedState,
  | 'status'
  | 'errorCount'
  | 'lastError'
  | 'failingSince'
  | 'lastPollAt'
  | 'lastSuccessAt'
  | 'lastNewItemAt'
  | 'nextPollAt'
  | 'held'
>;

const times = (count: number): string => (count === 1 ? 'once' : `${count} times in a row`);
/** `0 feeds`, `1 feed`, `2 feeds`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** How a feed does, in a sentence: since when, how often, why, when it last worked. */
export function healthInWords(feed: Pick<Feed, 'paused'>, state: Health | null): string {
  const words = ownHealth(feed, state);
  if (feed.paused || !state?.held) return words;
  const { host, until, reason } = state.held;
  return `${words}; ${host} wants to be left alone until ${minute(until)}: ${reason}`;
}

function ownHealth(feed: Pick<Feed, 'paused'>, state: Health | null): string {
  if (feed.paused) return 'paused: it is not polled';
  if (!state || state.lastPollAt === null) return 'not polled yet';
  const { status, errorCount, lastError } = state;
  const worked = state.lastSuccessAt === null ? 'it never worked' : `it last worked ${minute(state.lastSuccessAt)}`;
  const since = `since ${minute(state.failingSince)}, ${times(errorCount)}: ${lastError?.message ?? 'no reason is known'}; ${worked}`;
  switch (status) {
    case 'ok':
      return state.lastNewItemAt === null
        ? 'works; nothing came yet'
        : `works; last news ${minute(state.lastNewItemAt)}`;
    case 'stale':
      return `answers, but brings nothing new${state.lastNewItemAt === null ? '' : ` since ${minute(state.lastNewItemAt)}`}`;
    case 'slow':
      return `its server asked us to come less often ${since}`;
    case 'blocked':
      return `refused by the site ${since}`;
    case 'gone':
      return `gone for good since ${minute(state.failingSince)}; ${worked}`;
    case 'paused':
      return 'paused: it is not polled';
    case 'failing':
      return `fails ${since}`;
  }
}

/** By the code of the last error. */
const ADVICE: Record<string, string> = {
  'private-address': 'If that place is meant, name it in DATELINE_ALLOW_HOSTS.',
  'port-not-allowed': 'If that port is meant, name host and port in DATELINE_ALLOW_HOSTS.',
  'bad-url': 'Subscribe its address without a user name and a password.',
  'redirect-loop': 'Its address leads nowhere: look for a new one on the site.',
  dns: 'Look whether its address is still right.',
  tls: 'The site has to repair its certificate.',
  'too-large': 'The feed is larger than what is read; look for a smaller one on the site.',
};

/** What the operator can do about a feed that does not do well; empty where nothing needs to be done. */
export function adviceInWords({ id, url, siteUrl }: Feed, state: Health | null): string {
  if (state?.held) return `\`dateline poll ${id} --now-even-if-held\` asks it all the same, once.`;
  if (!state || state.errorCount === 0) {
    return state?.status === 'stale'
      ? `Does the site have another feed? \`dateline feeds test ${siteUrl ?? url}\``
      : '';
  }
  if (state.status === 'gone') {
    return `\`dateline feeds remove ${id}\` ends it, its items stay; \`dateline feeds add\` with the site's address finds its new feed.`;
  }
  if (state.status === 'blocked') {
    return 'Ask the site to let Dateline in (DATELINE_CONTACT tells it whom to answer), or subscribe another feed of it.';
  }
  const next = `It is tried again at ${minute(state.nextPollAt)}.`;
  if (state.status === 'slow') return next;
  const known = ADVICE[state.lastError?.code ?? ''];
  return known ?? `${next} \`dateline feeds test ${id}\` shows all steps.`;
}

/** What happened in one poll, in words. */
export function eventInWords(event: FeedEvent): string {
  const { status, previousStatus, newItems, changedItems, rejected, error, movedTo } = event;
  const parts = [
    previousStatus !== null && previousStatus !== status ? `was ${previousStatus}` : '',
    newItems === 0 ? '' : counted(newItems, 'new item', 'new items'),
    changedItems === 0 ? '' : counted(changedItems, 'changed item', 'changed items'),
    movedTo === undefined ? '' : `moved for good to ${movedTo}`,
    error?.message ?? '',
    rejected.length === 0
      ? ''
      : `${counted(rejected.length, 'entry', 'entries')} refused: ${[...new Set(rejected.map(({ message }) => message))].join('; ')}`,
  ];
  return parts.filter((part) => part !== '').join('; ') || 'works again';
}
