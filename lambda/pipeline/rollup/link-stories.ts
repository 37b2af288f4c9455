import { StoreError } from '../../model/errors.ts';
import type { Item, ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import type { Lease } from '../../store/jobs/lease.ts';
import type { Store } from '../../store/store.ts';
import type { FingerprintRow, Link, Occurrence } from '../../store/stories/record.ts';
import { compareOutlines } from '../../stories/compare-outlines.ts';
import { outlineOf, packOutline, unpackOutline } from '../../stories/outline.ts';
import { isSameSaying, sayingOf } from '../../stories/saying.ts';
import { cachedGroups } from './cached-groups.ts';
import { type Batch, findAlike, occurrenceOf, placeOf } from './find-alike.ts';
import { linkGroup } from './link-group.ts';
import { sayingLinking, storyLinking } from './linkings.ts';

/** Statements of an article that are looked up. */
const MOST_SAYINGS = 12;
/** What has changed. */
interface Changed {
  items: readonly ItemSummary[];
  /** Stories that articles belonged to which are gone. */
  stories: ReadonlySet<string>;
  /** Whether a worker that has slept past its lease may still write: then what is right already is written again. */
  rewrite: boolean;
}

/**
 * Finds of each changed article those that tell the same story, and of its direct statements the same saying elsewhere. Articles whose edition is linked
 * are left alone. Answers the ids of all articles that are copies now, or no longer, or of another story, and the statements that were read. The writes
 * for an article:
 *
 * 1. what it was linked by in a former edition is taken back;
 * 2. rows by which others find it;
 * 3. its story, then its sayings (`link-group.ts`);
 * 4. that its edition is linked.
 */
export async function linkStories(
  store: Store,
  lease: Lease,
  { items, stories, rewrite }: Changed,
): Promise<{ moved: Set<string>; said: Map<string, Statement[]> }> {
  const links = await store.stories.links(items.map(({ id }) => id));
  const unlinked = items.filter(({ id, edition }) => links.get(id)?.edition !== edition);
  const lists = await store.statements.ofEditions(unlinked.map(({ id, edition }) => ({ itemId: id, edition })));
  const said = new Map(unlinked.map((item, n) => [editionName(item), lists[n] ?? []]));
  const cached = { ...store, stories: cachedGroups(store.stories) };
  const batch: Batch = { store: cached, lease, rewrite: rewrite || lease.tookOver, put: new Map(), links, said };
  const moved = new Set<string>();
  for (const story of stories) for (const one of await whatIsLeft(batch, story)) moved.add(one.itemId);
  for (const { id } of unlinked.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    await lease.keep();
    for (const one of await linkItem(batch, id)) moved.add(one.itemId);
  }
  return { moved, said };
}

/** Names an edition among those of all articles. */
export const editionName = ({ id, edition }: Pick<ItemSummary, 'id' | 'edition'>): string => `${id} ${edition}`;

/** Puts in order what is left of a story one of whose articles is gone. */
async function whatIsLeft(batch: Batch, story: string): Promise<Occurrence[]> {
  const left = await batch.store.stories.members('story', story);
  return left.length === 0 ? [] : linkGroup(storyLinking(batch, null), left);
}

async function linkItem(batch: Batch, id: string): Promise<Occurrence[]> {
  const { stories } = batch.store;
  const item = await readableItem(batch.store, id);
  const said = item && batch.said.get(editionName(item));
  // Another edition has a change of its own.
  if (!said) return [];
  const { edition, sortAt, expiresAt } = item;
  const outline = outlineOf(item.contentText.slice(item.dateline?.bodyStart ?? 0));
  const own: Occurrence = { id, itemId: id, feedId: item.feedId, edition, sortAt, start: 0 };
  const content = packOutline(outline.sentences);
  const articleFingerprints = outline.keys.map((key): FingerprintRow => ({ ...own, kind: 'story', key, content }));
  const statementFingerprints = said.filter(isQuoted).slice(0, MOST_SAYINGS).flatMap(fingerprintsOfStatement);
  const fingerprints = [...articleFingerprints, ...statementFingerprints];
  const places = fingerprints.map(placeOf);

  const before = batch.links.get(id);
  const isOtherText = before !== undefined && before.content !== content;
  const { moved, duplicateOf } = isOtherText
    ? await takeBack(batch, item, own)
    : { moved: [], duplicateOf: item.duplicateOf };
  const stale = (before?.fingerprints ?? []).filter(
    ({ pk, sk }) => !places.some((place) => place.pk === pk && place.sk === sk),
  );
  await stories.putFingerprints(fingerprints, expiresAt, stale);
  for (const row of fingerprints) {
    const { pk } = placeOf(row);
    batch.put.set(pk, [...(batch.put.get(pk) ?? []), row]);
  }
  const link: Link = { itemId: id, edition, sortAt, content, fingerprints: places, bounded: false };
  batch.links.set(id, link);
  const similar = await findAlike(batch, 'story', articleFingerprints, (one, other) => {
    return compareOutlines(unpackOutline(one), unpackOutline(other)) !== null;
  });
  link.bounded = similar.isBounded;
  const occurrences = [own, ...similar.alike, ...(await originalOf(batch, duplicateOf))];
  if (occurrences.length > 1 || item.storyId !== undefined) {
    moved.push(...(await linkGroup(storyLinking(batch, item), occurrences)));
  }
  for (const rows of bySaying(statementFingerprints)) {
    const same = await findAlike(batch, 'saying', rows, (one, other) => isSameSaying(one.split(' '), other.split(' ')));
    const [first] = rows;
    if (same.isBounded) link.bounded = true;
    if (first && same.alike.length > 0)
      await linkGroup(sayingLinking(batch, item), [occurrenceOf(first), ...same.alike]);
  }
  // Who has slept past the lease says nothing.
  await batch.lease.keep();
  await stories.putLink(batch.lease, link, expiresAt);
  return moved;
}

/** The article; `null` for one that is gone or damaged: `dateline doctor --deep` names it, and others are linked. */
async function readableItem({ items }: Store, id: string): Promise<Item | null> {
  try {
    return await items.get(id);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'corrupt-record') return null;
    throw error;
  }
}

const isQuoted = ({ type, correction }: Statement): boolean => type !== 'indirect' && !correction?.notAStatement;

function fingerprintsOfStatement(statement: Statement): FingerprintRow[] {
  const saying = sayingOf(statement.text);
  if (!saying) return [];
  const content = saying.words.join(' ');
  return saying.keys.map((key) => ({ ...occurrenceOf(statement), kind: 'saying', key, content }));
}

function bySaying(fingerprints: readonly FingerprintRow[]): FingerprintRow[][] {
  return [...new Set(fingerprints.map(({ id }) => id))].map((id) => fingerprints.filter((row) => row.id === id));
}

/** Takes an article whose text is another now out of its story. */
async function takeBack(
  batch: Batch,
  item: Item,
  own: Occurrence,
): Promise<{ moved: Occurrence[]; duplicateOf: string | null }> {
  const { stories, items } = batch.store;
  if (item.storyId === undefined) return { moved: [], duplicateOf: item.duplicateOf };
  const left = (await stories.members('story', item.storyId)).filter(({ id }) => id !== item.id);
  await stories.setMembership(batch.lease, 'story', own, { group: null, duplicateOf: null });
  const { duplicateOf } = await items.repair(item.id);
  const others = left.length > 0 ? await linkGroup(storyLinking(batch, item), left) : [];
  return { moved: [own, ...others], duplicateOf };
}

/** The article of which one was found to be a copy when it was stored, by its address or whole text. */
async function originalOf({ store }: Batch, duplicateOf: string | null): Promise<Occurrence[]> {
  if (duplicateOf === null) return [];
  const original = (await store.items.summaries([duplicateOf])).get(duplicateOf);
  return original ? [{ ...original, itemId: original.id, start: 0 }].map(occurrenceOf) : [];
}
