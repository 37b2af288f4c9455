import * as z from 'zod';
import { instantSchema } from './instant.ts';
import { textSpanSchema } from './span.ts';

/** What sort of source is quoted. */
export const speakerKindSchema = z.enum(['person', 'organization', 'group', 'unnamed']);
export type SpeakerKind = z.infer<typeof speakerKindSchema>;

/** How the mention led to the speaker: by the full name, a part of it, an office, or a pronoun; `operator` where a person has decided it. */
export const resolutionSchema = z.enum(['explicit', 'alias', 'role', 'pronoun', 'operator']);
export type Resolution = z.infer<typeof resolutionSchema>;

/** The source of one statement, as its article names it. */
export const statementSpeakerSchema = z.object({
  /** `null` for groups and unnamed sources, which are not followed from article to article. */
  id: z.string().nullable(),
  name: z.string(),
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
  kind: speakerKindSchema,
  mention: textSpanSchema,
  resolution: resolutionSchema,
});
export type StatementSpeaker = z.infer<typeof statementSpeakerSchema>;

/** A role as articles worded it: in how many statements, and the first and last `sortAt` of an item that did. */
export const speakerRoleSchema = z.object({
  text: z.string(),
  statements: z.int().nonnegative(),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
});
export type SpeakerRole = z.infer<typeof speakerRoleSchema>;

/** A person or organisation across all articles. `id` comes from the folded full name. */
export const speakerSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: speakerKindSchema,
  aliases: z.array(z.string()),
  /** The most frequent one first. */
  roles: z.array(speakerRoleSchema),
  statementCount: z.int().nonnegative(),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
  /** Ids that an operator has joined to this one: their names, roles, times and counts are in here. */
  mergedFrom: z.array(z.string()).optional(),
});
export type Speaker = z.infer<typeof speakerSchema>;
