import * as z from 'zod';
import { dateMentionSchema } from '../../model/date-mention.ts';
import { publishedAtSourceSchema } from '../../model/extraction.ts';
import { instantSchema } from '../../model/instant.ts';
import { itemSchema, itemSummarySchema } from '../../model/item.ts';
import { statementSchema } from '../../model/statement.ts';

/** What is told of the article wherever something of it stands in a list. */
export const articleFields = {
  title: z.string(),
  /** The feed's title; its id where the feed is not subscribed any more. */
  outlet: z.string(),
  source: itemSchema.shape.source,
  url: z.string().nullable(),
  publishedAt: instantSchema.nullable(),
  publishedAtSource: publishedAtSourceSchema,
  duplicateOf: z.string().nullable(),
};

/** A row of `/v1/items`: everything but the long texts. */
export const itemRowSchema = itemSummarySchema.extend({ outlet: z.string() });
export type ItemRow = z.infer<typeof itemRowSchema>;

/** A row of `/v1/items` and `/v1/statements` with `changedAfter`: the item as it is now, with all its statements that are asked for. */
export const changeRowSchema = z.object({
  itemId: z.string(),
  changedAt: instantSchema,
  /** True where the item is gone: then `item` is `null` and whatever was kept of it has to go. */
  removed: z.boolean(),
  item: itemRowSchema.nullable(),
  statements: z.array(statementSchema),
});
export type ChangeRow = z.infer<typeof changeRowSchema>;

/** The answer of `/v1/items/:id`: the whole article. */
export const articleSchema = itemSchema.extend({
  outlet: z.string(),
  statements: z.array(statementSchema),
  dates: z.array(dateMentionSchema),
});
export type Article = z.infer<typeof articleSchema>;
