import { NotFoundError } from '../../model/errors.ts';
import type { ItemSummary } from '../../model/item.ts';
import { type Member, MOST_LISTED } from '../../store/stories/record.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { Story, StoryArticle } from './rows.ts';

/** Which of a story's articles are read: the first ones, and the one that was asked for. */
export interface StoryRequest {
  itemId: string;
  /** The most articles beside that one. */
  articles: number;
  /** The article where it has been read already. */
  item?: ItemSummary;
}

/**
 * The story that an article belongs to, by the id of any of its articles; an article that is alone is a story of one. Counts those articles that are not
 * read as the last rollup found them. Throws NotFoundError.
 */
export async function getStory(request: StoryRequest, context: QueryContext): Promise<Story> {
  const { store, outlets } = context;
  const { itemId, articles: most } = request;
  const item = request.item ?? (await store.items.summaries([itemId])).get(itemId);
  if (!item) throw new NotFoundError('unknown-item', `no item has the id ${itemId}, or it has expired`);
  const id = await storyOf(item, context);
  const members = await store.stories.listed('story', id);
  const ids = members.length > 0 ? members.map((member) => member.itemId) : await unlinkedCopies(id, context);
  const shown = [...new Set([id, ...ids.slice(0, most), itemId])];
  const unread = shown.filter((one) => one !== itemId);
  const read = unread.length === 0 ? [] : [...(await store.items.summaries(unread)).values()];
  const found = [item, ...read].filter((one) => belongsTo(id, one));
  const others = members.filter((member) => !shown.includes(member.itemId));
  const feeds = new Set([...found, ...others].map(({ feedId }) => feedId));
  const titles = await outlets.titles(found.map(({ feedId }) => feedId));
  const articles = found.map((one): StoryArticle => {
    const { title, source, url, publishedAt, publishedAtSource, duplicateOf, feedId, sortAt, statementCount } = one;
    const kind = one.id === id ? 'original' : duplicateOf === null ? 'update' : 'copy';
    const outlet = titles.get(feedId) ?? feedId;
    const told = { title, outlet, ...(source !== undefined && { source }), url, publishedAt, publishedAtSource };
    return { itemId: one.id, kind, feedId, ...told, duplicateOf, sortAt, statementCount };
  });
  const count = (kind: StoryArticle['kind']): number =>
    articles.filter((one) => one.kind === kind).length + others.filter(({ likeness }) => likeness === kind).length;
  return {
    id,
    outlets: feeds.size,
    copies: count('copy'),
    updates: count('update'),
    truncated: others.length > 0 || ids.length > shown.length || members.length === MOST_LISTED,
    articles: articles.sort(inOrder),
  };
}

/** The id of an article's story; before stories are linked, that of the article that it is known to be a copy of. */
async function storyOf({ id, storyId, duplicateOf }: ItemSummary, { store }: QueryContext): Promise<string> {
  if (storyId !== undefined) return storyId;
  if (duplicateOf === null) return id;
  return (await store.items.summaries([duplicateOf])).get(duplicateOf)?.storyId ?? duplicateOf;
}

/** Before stories are linked, what is known to have the same words or address. */
async function unlinkedCopies(id: string, { store }: QueryContext): Promise<Member['itemId'][]> {
  return (await store.items.copies([id])).get(id) ?? [];
}

const belongsTo = (story: string, { id, storyId, duplicateOf }: ItemSummary): boolean =>
  id === story || (storyId ?? duplicateOf) === story;

const inOrder = (one: StoryArticle, other: StoryArticle): number =>
  one.sortAt === other.sortAt ? (one.itemId < other.itemId ? -1 : 1) : one.sortAt < other.sortAt ? -1 : 1;
