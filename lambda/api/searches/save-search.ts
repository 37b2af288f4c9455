import { InputError, NotFoundError, StoreError } from '../../model/errors.ts';
import { toInstant } from '../../model/instant.ts';
import type { Search } from '../../model/search.ts';
import type { Store } from '../../store/store.ts';
import { ProblemError } from '../kernel/http/problem.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { chooseSpeakers } from '../speakers/choose-speakers.ts';
import { readMergedSpeakers } from '../speakers/merged-speakers.ts';
import { makeChannel, newId, withNewSecret } from './make-channel.ts';
import type { ChannelSecret } from './rows.ts';
import { MOST_CHANNELS, type NewChannel, type NewSearch, type SearchChanges } from './search-bodies.ts';

/** Each is compared with each new statement. */
const MOST_SEARCHES = 2_000;
const TRIES = 5;

type Context = Pick<QueryContext, 'store' | 'clock'>;

/** A search, and the secrets of its channels that are to be shown once. */
export interface SavedSearch {
  search: Search;
  secrets: ChannelSecret[];
}

/** The search; throws NotFoundError. */
export async function requireSearch(id: string, { savedSearches }: Pick<Store, 'savedSearches'>): Promise<Search> {
  const search = await savedSearches.get(id);
  if (!search) throw new NotFoundError('unknown-search', `no search has the id ${id}`);
  return search;
}

/** Saves a new search as one who is called `by`. Throws ProblemError, and InputError with a pointer into the body. */
export async function addSearch(
  { name, filters, channels, paused }: NewSearch,
  by: string,
  { store, clock }: Context,
): Promise<SavedSearch> {
  await checkName(name, null, store);
  const [id, now] = [newId(), toInstant(clock.now())];
  const made = channels.map((channel) => makeChannel(id, channel, clock));
  const search: Search = {
    ...{ id, name, paused, channels: made.map(({ channel }) => channel) },
    filters: await settled(filters, store),
    ...{ activeSince: now, createdBy: by, createdAt: now, changedAt: now, revision: 1 },
  };
  if (!(await store.savedSearches.add(search))) throw new StoreError('conflict', `the id ${id} is taken`);
  return { search, secrets: made.flatMap(({ secret }) => secret ?? []) };
}

/** Changes name, filters or whether it is paused. */
export async function changeSearch(id: string, changes: SearchChanges, { store, clock }: Context): Promise<Search> {
  if (changes.name !== undefined) await checkName(changes.name, id, store);
  const filters = changes.filters && (await settled(changes.filters, store));
  const isNew = changes.paused === false || filters !== undefined;
  return replaceSearch(id, { store, clock }, (search) => ({
    ...search,
    name: changes.name ?? search.name,
    filters: filters ?? search.filters,
    paused: changes.paused ?? search.paused,
    activeSince: isNew ? toInstant(clock.now()) : search.activeSince,
  }));
}

/** Adds a channel. */
export async function addChannel(id: string, request: NewChannel, context: Context): Promise<SavedSearch> {
  const { channel, secret } = makeChannel(id, request, context.clock);
  const search = await replaceSearch(id, context, (before) => {
    if (before.channels.length >= MOST_CHANNELS) {
      throw new InputError('too-many-channels', `a search has at most ${MOST_CHANNELS} channels`);
    }
    return { ...before, channels: [...before.channels, channel] };
  });
  return { search, secrets: secret ? [secret] : [] };
}

/** Takes a channel away; its secret opens nothing any more. */
export async function removeChannel(id: string, channelId: string, context: Context): Promise<Search> {
  return replaceSearch(id, context, (before) => {
    requireChannel(before, channelId);
    return { ...before, channels: before.channels.filter((channel) => channel.id !== channelId) };
  });
}

/** Gives a channel a new secret; the one before opens nothing any more. */
export async function renewSecret(id: string, channelId: string, context: Context): Promise<SavedSearch> {
  const secrets: ChannelSecret[] = [];
  const search = await replaceSearch(id, context, (before) => {
    const { channel, secret } = withNewSecret(id, requireChannel(before, channelId), context.clock);
    secrets.splice(0, 1, ...(secret ? [secret] : []));
    return { ...before, channels: before.channels.map((one) => (one.id === channelId ? channel : one)) };
  });
  return { search, secrets };
}

function requireChannel({ name, channels }: Search, channelId: string) {
  const channel = channels.find(({ id }) => id === channelId);
  if (channel) return channel;
  throw new NotFoundError('unknown-channel', `the search ${JSON.stringify(name)} has no channel ${channelId}`);
}

/** Replaces the search; tries again where somebody else was faster. */
async function replaceSearch(
  id: string,
  { store, clock }: Context,
  change: (search: Search) => Search,
): Promise<Search> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await requireSearch(id, store);
    const next = { ...change(before), changedAt: toInstant(clock.now()), revision: before.revision + 1 };
    if (await store.savedSearches.replace(next)) return next;
  }
  throw new StoreError('conflict', `the search ${id} is being changed by others`);
}

/** Names are how people call searches. */
async function checkName(name: string, ownId: string | null, { savedSearches }: Pick<Store, 'savedSearches'>) {
  let count = 0;
  for await (const { record } of savedSearches.list()) {
    count += 1;
    if (record.id !== ownId && record.name === name) {
      throw new ProblemError(409, 'name-taken', `there is a search named ${JSON.stringify(name)} already`);
    }
  }
  if (ownId === null && count >= MOST_SEARCHES) {
    throw new ProblemError(409, 'too-many-searches', `there are ${MOST_SEARCHES} searches; there is no room for more`);
  }
}

/**
 * The filters as they are kept: a name that means one speaker becomes their id, so that the search means the same person however many come to be called
 * so. Throws for a name that means too many, and for a feed that there is not.
 */
async function settled(filters: Record<string, string>, { feeds, speakers }: Store): Promise<Record<string, string>> {
  const sent = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  const { feed, speaker } = sent;
  if (feed !== undefined && !(await feeds.get(feed))) {
    throw new InputError('unknown-feed', `no feed has the id ${feed}`, '/filters/feed');
  }
  if (speaker === undefined) return sent;
  const chosen = await chooseSpeakers(speaker, speakers, await readMergedSpeakers(speakers));
  const [only] = chosen;
  return only && chosen.length === 1 ? { ...sent, speaker: `"${only.id}"` } : sent;
}
