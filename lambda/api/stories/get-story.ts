import { NotFoundError } from '../../model/errors.ts';
import type { ItemSummary } from '../../model/item.ts';
import { MOST_MEMBERS } from '../../store/stories/record.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { Story, StoryArticle } from './rows.ts';

/**
 * The story that an article belongs to, by the id of any of its articles; an article that is alone is a story of one. Of a story that has more than `most`
 * articles the first ones are read, and the one that was asked for; the others are counted. Throws NotFoundError.
 */
export async function getStory(itemId: string, context: QueryContext, most = MOST_MEMBERS): Promise<Story> {
  const { store, outlets } = context;
  const id = await storyOf(itemId, context);
  const [members, copies] = await Promise.all([
    store.stories.members('story', id, { consistent: false }),
    store.items.copies([id]),
  ]);
  // Members are in the order of publication. Exact copies of before the next rollup are in no order.
  const likenesses = new Map([
    ...members.map((member) => [member.itemId, member.likeness] as const),
    ...(copies.get(id) ?? []).map((copy) => [copy, 'copy'] as const),
  ]);
  const first = [...new Set([id, ...likenesses.keys()])].slice(0, most);
  const ids = new Set([...first, itemId]);
  const found = [...(await store.items.summaries([...ids])).values()].filter((item) => belongsTo(id, item));
  const unread = [...likenesses].filter(([one]) => !ids.has(one)).map(([, likeness]) => likeness);
  if (found.length === 0) throw new NotFoundError('unknown-item', `no item has the id ${itemId}, or it has expired`);
  const titles = await outlets.titles(found.map(({ feedId }) => feedId));
  const articles = found.map((item): StoryArticle => {
    const { title, url, publishedAt, publishedAtSource, duplicateOf, feedId, sortAt, statementCount } = item;
    const kind = item.id === id ? 'original' : duplicateOf === null ? 'update' : 'copy';
    const outlet = titles.get(feedId) ?? feedId;
    const told = { title, outlet, url, publishedAt, publishedAtSource, duplicateOf };
    return { itemId: item.id, kind, feedId, ...told, sortAt, statementCount };
  });
  const count = (kind: StoryArticle['kind']): number =>
    articles.filter((article) => article.kind === kind).length + unread.filter((likeness) => likeness === kind).length;
  return {
    id,
    outlets: titles.size,
    copies: count('copy'),
    updates: count('update'),
    truncated: unread.length > 0 || members.length === MOST_MEMBERS,
    articles: articles.sort(inOrder),
  };
}

/** The id of an article's story; before stories are linked, that of the article that it is known to be a copy of. */
async function storyOf(itemId: string, { store }: QueryContext): Promise<string> {
  const item = (await store.items.summaries([itemId])).get(itemId);
  if (!item || item.storyId !== undefined) return item?.storyId ?? itemId;
  const { duplicateOf } = item;
  if (duplicateOf === null) return itemId;
  return (await store.items.summaries([duplicateOf])).get(duplicateOf)?.storyId ?? duplicateOf;
}

const belongsTo = (story: string, { id, storyId, duplicateOf }: ItemSummary): boolean =>
  id === story || (storyId ?? duplicateOf) === story;

const inOrder = (one: StoryArticle, other: StoryArticle): number =>
  one.sortAt === other.sortAt ? (one.itemId < other.itemId ? -1 : 1) : one.sortAt < other.sortAt ? -1 : 1;
