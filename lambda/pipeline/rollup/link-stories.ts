import type { Item, ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import type { Lease } from '../../store/jobs/lease.ts';
import type { Store } from '../../store/store.ts';
import { type Finder, findersOf, type Kin, type KinKind, kinPosition, type Link } from '../../store/stories/record.ts';
import { compareOutlines, likenessInStory } from '../../stories/compare-outlines.ts';
import { type OutlineSentence, outlineOf, packOutline, unpackOutline } from '../../stories/outline.ts';
import { isSameSaying, sayingOf } from '../../stories/saying.ts';
import { type Comparison, type Linking, linkKin } from './link-kin.ts';

/** Statements of an article that are looked up. */
const MOST_SAYINGS = 12;
/** So many updates of a story are looked at for the one that an article is a copy of. */
const MOST_UPDATES = 10;

/** What has changed. */
interface Changed {
  items: readonly ItemSummary[];
  /** Stories that articles belonged to which are gone. */
  stories: ReadonlySet<string>;
  /** Whether a worker that has slept past its lease may still write: then what is right already is written again. */
  rewrite: boolean;
}

/** What one batch works with. */
interface Batch {
  store: Store;
  lease: Lease;
  rewrite: boolean;
  /** Finders that the batch has put, by partition: eventually consistent queries may not have them yet. */
  put: Map<string, Finder[]>;
  links: Map<string, Link>;
  /** Statements by `editionName`. */
  said: Map<string, Statement[]>;
}

/**
 * Finds of each changed article those that tell the same story, and of its direct statements the same saying elsewhere. Articles whose edition is linked
 * are left alone. Answers the ids of all articles that are copies now, or no longer, or of another story, and the statements that were read. The writes
 * for an article:
 *
 * 1. what it was linked by in a former edition is taken back;
 * 2. rows by which others find it;
 * 3. its story, then its sayings (`link-kin.ts`);
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
  const batch: Batch = { store, lease, rewrite: rewrite || lease.tookOver, put: new Map(), links, said };
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
async function whatIsLeft(batch: Batch, story: string): Promise<Kin[]> {
  const left = await batch.store.stories.members('story', story);
  return left.length === 0 ? [] : linkKin(storyLinking(batch, null), left);
}

async function linkItem(batch: Batch, id: string): Promise<Kin[]> {
  const { stories, items } = batch.store;
  const item = await items.get(id);
  const said = item && batch.said.get(editionName(item));
  // Another edition has a change of its own.
  if (!said) return [];
  const { edition, sortAt, expiresAt } = item;
  const outline = outlineOf(item.contentText.slice(item.dateline?.bodyStart ?? 0));
  const own: Kin = { id, itemId: id, edition, sortAt, start: 0 };
  const content = packOutline(outline.sentences);
  const articleFinders = outline.keys.map((key): Finder => ({ ...own, kind: 'story', key, content }));
  const statementFinders = said.filter(isQuoted).slice(0, MOST_SAYINGS).flatMap(findersOfStatement);
  const finders = [...articleFinders, ...statementFinders];
  const places = finders.map(placeOf);

  const before = batch.links.get(id);
  const isOtherText = before !== undefined && before.content !== content;
  const { moved, duplicateOf } = isOtherText
    ? await takeBack(batch, item, own)
    : { moved: [], duplicateOf: item.duplicateOf };
  const stale = (before?.finders ?? []).filter(
    ({ pk, sk }) => !places.some((place) => place.pk === pk && place.sk === sk),
  );
  await stories.putFinders(finders, expiresAt, stale);
  for (const row of finders) {
    const { pk } = placeOf(row);
    batch.put.set(pk, [...(batch.put.get(pk) ?? []), row]);
  }
  const link: Link = { itemId: id, edition, sortAt, content, finders: places, bounded: false };
  batch.links.set(id, link);
  const similar = await findAlike(batch, 'story', articleFinders, (one, other) => {
    return compareOutlines(unpackOutline(one), unpackOutline(other)) !== null;
  });
  link.bounded = similar.isBounded;
  const kin = [own, ...similar.alike, ...(await originalOf(batch, duplicateOf))];
  if (kin.length > 1 || item.storyId !== undefined) {
    moved.push(...(await linkKin(storyLinking(batch, item), kin)));
  }
  for (const rows of bySaying(statementFinders)) {
    const same = await findAlike(batch, 'saying', rows, (one, other) => isSameSaying(one.split(' '), other.split(' ')));
    const [first] = rows;
    if (same.isBounded) link.bounded = true;
    if (first && same.alike.length > 0) await linkKin(sayingLinking(batch, item), [kinOf(first), ...same.alike]);
  }
  // Who has slept past the lease says nothing.
  await batch.lease.keep();
  await stories.putLink(batch.lease, link, expiresAt);
  return moved;
}

const isQuoted = ({ type, correction }: Statement): boolean => type !== 'indirect' && !correction?.notAStatement;

function findersOfStatement({ id, itemId, edition, sortAt, start, text }: Statement): Finder[] {
  const saying = sayingOf(text);
  if (!saying) return [];
  return saying.keys.map((key) => ({
    id,
    itemId,
    edition,
    sortAt,
    start,
    kind: 'saying',
    key,
    content: saying.words.join(' '),
  }));
}

function bySaying(finders: readonly Finder[]): Finder[][] {
  return [...new Set(finders.map(({ id }) => id))].map((id) => finders.filter((row) => row.id === id));
}

const placeOf = (row: Finder) => ({ pk: findersOf(row.kind, row.key), sk: kinPosition(row) });
const kinOf = ({ id, itemId, edition, sortAt, start }: Kin): Kin => ({ id, itemId, edition, sortAt, start });

/** Takes an article whose text is another now out of its story. */
async function takeBack(batch: Batch, item: Item, own: Kin): Promise<{ moved: Kin[]; duplicateOf: string | null }> {
  const { stories, items } = batch.store;
  if (item.storyId === undefined) return { moved: [], duplicateOf: item.duplicateOf };
  const left = (await stories.members('story', item.storyId)).filter(({ id }) => id !== item.id);
  await stories.setStanding(batch.lease, 'story', own, { group: null, duplicateOf: null });
  const { duplicateOf } = await items.repair(item.id);
  const others = left.length > 0 ? await linkKin(storyLinking(batch, item), left) : [];
  return { moved: [own, ...others], duplicateOf };
}

/** The article of which one was found to be a copy when it was stored, by its address or whole text. */
async function originalOf({ store }: Batch, duplicateOf: string | null): Promise<Kin[]> {
  if (duplicateOf === null) return [];
  const original = (await store.items.summaries([duplicateOf])).get(duplicateOf);
  return original ? [{ ...original, itemId: original.id, start: 0 }].map(kinOf) : [];
}

/** Others, of other articles, that are found by one of these fingerprints, and are like it. What is found of articles that are gone is removed. */
async function findAlike(
  { store, put }: Batch,
  kind: KinKind,
  rows: readonly Finder[],
  isAlike: (earlier: string, later: string) => boolean,
): Promise<{ alike: Kin[]; isBounded: boolean }> {
  const lists = await Promise.all(rows.map((row) => store.stories.near(kind, row.key, kinPosition(row))));
  const [own] = rows;
  if (!own) return { alike: [], isBounded: false };
  const found = [
    ...lists.flatMap((list) => list.found),
    ...rows.flatMap((row) => (put.get(placeOf(row).pk) ?? []).slice(-10)),
  ];
  const others = [
    ...new Map(
      found.filter(({ itemId }) => itemId !== own.itemId).map((row) => [`${row.id} ${row.edition}`, row]),
    ).values(),
  ];
  const alike = others.filter((row) =>
    kinPosition(row) < kinPosition(own) ? isAlike(row.content, own.content) : isAlike(own.content, row.content),
  );
  const standings = await store.stories.standings(kind, alike);
  return {
    alike: alike.filter(({ id }) => standings.has(id)).map(kinOf),
    isBounded: lists.some(({ isBounded }) => isBounded),
  };
}

const storyLinking = (
  { store: { stories }, lease, rewrite, links }: Batch,
  item: Pick<Item, 'expiresAt'> | null,
): Linking => ({
  ...{ stories, lease, rewrite, kind: 'story', expiresAt: item?.expiresAt ?? null },
  async likenesses(first, others) {
    const unknown = [first, ...others].map(({ itemId }) => itemId).filter((itemId) => !links.has(itemId));
    const all = new Map([...(await stories.links(unknown)), ...links]);
    const sentences = ({ itemId }: Kin) => unpackOutline(all.get(itemId)?.content ?? '');
    const compared = new Map<string, Comparison>();
    const updates: { id: string; outline: OutlineSentence[] }[] = [];
    for (const one of others) {
      const outline = sentences(one);
      const toFirst = likenessInStory(sentences(first), outline);
      const copied =
        toFirst === 'update' && updates.find((update) => compareOutlines(update.outline, outline) === 'copy');
      const likeness = copied ? 'copy' : toFirst;
      compared.set(one.id, { likeness, by: copied ? copied.id : first.id });
      if (likeness === 'update' && updates.length < MOST_UPDATES) updates.push({ id: one.id, outline });
    }
    return compared;
  },
});

const sayingLinking = (
  { store: { stories }, lease, rewrite }: Batch,
  { expiresAt }: Pick<Item, 'expiresAt'>,
): Linking => ({
  ...{ stories, lease, rewrite, kind: 'saying', expiresAt },
  likenesses: async () => new Map(),
});
