import * as z from 'zod';
import { daySchema, instantSchema } from '../../../model/instant.ts';

/** The envelope of every list. */
export const listSchema = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
  /** Relative to the address that was asked. */
  nextUrl: z.string().nullable(),
  /** Stands only where reading stopped before the page was full: go on with `next`. */
  truncated: z.literal(true).optional(),
  /** Whom `speaker` was taken to mean. */
  speakers: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** With `q`: articles that changed from this moment on are not searched yet; absent where all are. */
  searchedThrough: instantSchema.optional(),
  /** The days that a ranking counted. */
  counted: z.object({ from: daySchema, to: daySchema }).optional(),
});

/** A page as JSON Feed 1.1. */
export const jsonFeedSchema = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.string(),
  feed_url: z.string(),
  next_url: z.string().optional(),
  items: z.array(
    z.object({
      id: z.string(),
      url: z.string().optional(),
      title: z.string(),
      content_text: z.string(),
      date_published: instantSchema.optional(),
      authors: z.array(z.object({ name: z.string() })).optional(),
      tags: z.array(z.string()).optional(),
    }),
  ),
});
