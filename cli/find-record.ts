import { fold } from '../lambda/common/fold.ts';
import type { Statement } from '../lambda/model/statement.ts';
import type { Store } from '../lambda/store/store.ts';

/** A record that an id, or the beginning of one, may mean. */
export type Found =
  | { kind: 'feeds' | 'speakers' | 'items'; id: string; label: string }
  | { kind: 'statements'; id: string; label: string; record: Statement };

/** So many of the newest items and statements are looked at for the beginning of an id. */
const MOST_READ = 20_000;
const SHORTEST = 4;

/** The record with exactly that id, else those whose id begins so; beginnings have at least four characters. */
export async function findRecord(store: Store, id: string): Promise<Found[]> {
  const [feed, speaker, item] = await Promise.all([store.feeds.get(id), store.speakers.get(id), store.items.get(id)]);
  if (feed) return [{ kind: 'feeds', id, label: feed.title }];
  if (speaker) return [{ kind: 'speakers', id, label: speaker.name }];
  if (item) return [{ kind: 'items', id, label: item.title }];
  if (id.length < SHORTEST) return [];
  const found: Found[] = [];
  for await (const { record } of store.feeds.list()) {
    if (record.id.startsWith(id)) found.push({ kind: 'feeds', id: record.id, label: record.title });
  }
  const words = fold(id.replace(/^org:/, ''))
    .split(' ')
    .filter((word) => word.length > 1);
  for (const { id: speakerId, name } of words.length > 0 ? await store.speakers.find(words, 100) : []) {
    if (speakerId.startsWith(id)) found.push({ kind: 'speakers', id: speakerId, label: name });
  }
  let read = 0;
  for await (const { record } of store.items.newest({})) {
    if (record.id.startsWith(id)) found.push({ kind: 'items', id: record.id, label: record.title });
    if (++read >= MOST_READ) break;
  }
  return [...found, ...(await findStatements(store, id))];
}

async function findStatements(store: Store, id: string): Promise<Found[]> {
  const found = new Map<string, Statement>();
  let read = 0;
  for await (const { record } of store.statements.newest({})) {
    if (record.id.startsWith(id)) found.set(record.id, record);
    if (++read >= MOST_READ) break;
  }
  const known = await store.items.known([...found.values()].map(({ itemId }) => itemId));
  return [...found.values()]
    .filter(({ itemId, edition }) => known.get(itemId)?.edition === edition)
    .map((record) => ({ kind: 'statements', id: record.id, label: record.text, record }));
}
