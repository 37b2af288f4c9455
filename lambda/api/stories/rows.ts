import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { articleFields } from '../items/rows.ts';

const count = z.int().nonnegative();

/** An article of a story: the first one, a `copy` of its words, or an `update`, which goes on or has other figures. */
export const storyArticleSchema = z.object({
  itemId: z.string(),
  kind: z.enum(['original', 'copy', 'update']),
  feedId: z.string(),
  ...articleFields,
  /** Its place in the story. */
  sortAt: instantSchema,
  statementCount: count,
});
export type StoryArticle = z.infer<typeof storyArticleSchema>;

/** The answer of `/v1/stories/:id`. */
export const storySchema = z.object({
  /** The id of the first article. */
  id: z.string(),
  /** Different feeds among the articles that are given. */
  outlets: count,
  copies: count,
  updates: count,
  /** True where the story has more articles than are given. The counts are of all, up to 100. */
  truncated: z.boolean(),
  /** In the order of publication. */
  articles: z.array(storyArticleSchema),
});
export type Story = z.infer<typeof storySchema>;
