import * as z from 'zod';
import { instantSchema } from './instant.ts';

/** A subscribed feed: what the operator decides. `id` comes from the address. */
export const feedSchema = z.object({
  id: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  title: z.string(),
  siteUrl: z.string().nullable(),
  /** Nested folders are joined by `/`. */
  folder: z.string().nullable(),
  tags: z.array(z.string()),
  /** Whether article pages are fetched: when the feed gives teasers only, always, or never. */
  fullText: z.enum(['auto', 'always', 'never']),
  /** Minutes between polls, where the operator has decided; without it the feed's own rhythm decides. */
  pollMinutes: z.int().min(5).max(1_440).optional(),
  paused: z.boolean(),
  createdAt: instantSchema,
});
export type Feed = z.infer<typeof feedSchema>;

export const feedStatusSchema = z.enum(['ok', 'slow', 'stale', 'failing', 'blocked', 'gone', 'paused']);
export type FeedStatus = z.infer<typeof feedStatusSchema>;

/** What polling has shown of a feed. One record, rewritten by every poll: kept under 1 KB. */
export const feedStateSchema = z.object({
  feedId: z.string(),
  status: feedStatusSchema,
  intervalMinutes: z.number().positive(),
  /** `null` when paused or gone: then the feed is in no due list. */
  nextPollAt: instantSchema.nullable(),
  lastPollAt: instantSchema.nullable(),
  lastSuccessAt: instantSchema.nullable(),
  lastNewItemAt: instantSchema.nullable(),
  failingSince: instantSchema.nullable(),
  errorCount: z.int().nonnegative(),
  lastError: z.object({ code: z.string(), message: z.string().max(200) }).nullable(),
  etag: z.string().max(300).nullable(),
  lastModified: z.string().max(100).nullable(),
  validatorsSince: instantSchema.nullable(),
  /** The host that gave the validators, where it is not that of the feed's address. */
  validatorsHost: z.string().max(253).optional(),
  /** Fingerprint of the body that was read last. */
  bodyFingerprint: z.string().max(20).optional(),
  /** The id that belongs to the address to which the last answer was redirected for good; the same again moves the feed. */
  movedToId: z.string().optional(),
  /** Why the feed waits although it was due: its host wants to be left alone. Until it is polled again. */
  held: z.object({ host: z.string(), until: instantSchema, reason: z.string().max(200) }).optional(),
  language: z.string().max(35).nullable(),
  /** Minutes, as the feed asks for them. */
  ttl: z.number().nullable(),
});
export type FeedState = z.infer<typeof feedStateSchema>;

/** Written only when the status changes, something new came or an item was rejected. */
export const feedEventSchema = z.object({
  feedId: z.string(),
  at: instantSchema,
  status: feedStatusSchema,
  previousStatus: feedStatusSchema.nullable(),
  newItems: z.int().nonnegative(),
  changedItems: z.int().nonnegative(),
  rejected: z.array(z.object({ entry: z.string(), code: z.string(), message: z.string() })),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The feed's new address, where it has moved for good. */
  movedTo: z.string().optional(),
});
export type FeedEvent = z.infer<typeof feedEventSchema>;

/** A poll that a server answered with the wish to be left alone. */
export const heldPollSchema = z.object({
  feedId: z.string(),
  at: instantSchema,
  code: z.string(),
  message: z.string(),
  status: z.int().nullable(),
  retryAfterSeconds: z.number().nullable(),
});
export type HeldPoll = z.infer<typeof heldPollSchema>;

/** What holds for all feeds of one host. */
export const hostSchema = z.object({
  name: z.string(),
  /** No request before this moment. */
  heldUntil: instantSchema.nullable(),
  robots: z
    .object({
      text: z.string(),
      expiresAt: instantSchema,
      /** What it wants between two requests of ours, where it says so. */
      delaySeconds: z.number().positive().optional(),
      /** Why it could not be read, where nothing is asked for that alone. */
      unread: z.string().max(200).optional(),
    })
    .nullable(),
  /** The poll that was told to wait, from which its feed's state is made where the run died before it could be written. */
  heldBy: heldPollSchema.optional(),
});
export type Host = z.infer<typeof hostSchema>;
