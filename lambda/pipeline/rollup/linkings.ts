import type { Item } from '../../model/item.ts';
import type { Occurrence } from '../../store/stories/record.ts';
import { compareOutlines, likenessInStory } from '../../stories/compare-outlines.ts';
import { type OutlineSentence, unpackOutline } from '../../stories/outline.ts';
import type { Batch } from './find-alike.ts';
import type { Comparison, Linking } from './link-group.ts';

/** So many updates of a story are looked at for the one that an article is a copy of. */
const MOST_UPDATES = 10;

/** How articles are put into stories; `null` where no article of the story is at hand. */
export const storyLinking = (
  { store: { stories }, lease, rewrite, links }: Batch,
  item: Pick<Item, 'expiresAt'> | null,
): Linking => ({
  ...{ stories, lease, rewrite, kind: 'story', expiresAt: item?.expiresAt ?? null },
  async likenesses(first, others) {
    const unknown = [first, ...others].map(({ itemId }) => itemId).filter((itemId) => !links.has(itemId));
    const all = new Map([...(await stories.links(unknown)), ...links]);
    const sentences = ({ itemId }: Occurrence) => unpackOutline(all.get(itemId)?.content ?? '');
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

/** How statements are put into sayings. */
export const sayingLinking = (
  { store: { stories }, lease, rewrite }: Batch,
  { expiresAt }: Pick<Item, 'expiresAt'>,
): Linking => ({
  ...{ stories, lease, rewrite, kind: 'saying', expiresAt },
  likenesses: async () => new Map(),
});
