import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { itemPartition } from '../items/record.ts';
import { defineRecord } from '../table/codec.ts';
import { at, digits } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** Articles that tell one story, and statements that are one saying, are found and kept in the same way. */
export type GroupKind = 'story' | 'saying';

/** An article or a statement that may have others like it. */
export const occurrenceSchema = z.object({
  /** Of the item, or of the statement. */
  id: z.string(),
  itemId: z.string(),
  feedId: z.string(),
  edition: z.string(),
  sortAt: instantSchema,
  /** Where the statement starts; 0 for articles. */
  start: z.int().nonnegative(),
});
export type Occurrence = z.infer<typeof occurrenceSchema>;

/** Members that are read of a story or saying; a larger one is not put in order anew. */
export const MOST_MEMBERS = 500;
/** Members that a reader looks at: of more, a page or an answer tells that there are more. */
export const MOST_LISTED = 100;

const kindSchema = z.enum(['story', 'saying']);
const FINGERPRINTS = { story: 'SKETCH', saying: 'SAID' } as const;
const GROUPS = { story: 'STORY', saying: 'SAYING' } as const;

/** In the order of publication. */
export const occurrencePosition = ({ sortAt, itemId, start, id }: Occurrence): string =>
  at(sortAt, itemId, digits(start), id);

/** The partition of a fingerprint that articles or statements share. */
export const fingerprintPartition = (kind: GroupKind, key: string): string => `${FINGERPRINTS[kind]}#${key}`;

/** The partition of a story's articles or a saying's statements. */
export const membersOf = (kind: GroupKind, group: string): string => `${GROUPS[kind]}#${group}`;

/** Says that an article or statement has this fingerprint, and what it is compared by. */
export const fingerprintRecord = defineRecord(
  occurrenceSchema.extend({
    kind: kindSchema,
    key: z.string(),
    /** Packed fingerprints of an article's sentences, or a statement's words. */
    content: z.string(),
  }),
  (row) => ({ pk: fingerprintPartition(row.kind, row.key), sk: occurrencePosition(row) }),
);
export type FingerprintRow = ReturnType<typeof fingerprintRecord.decode>;

/** Says that an article belongs to a story, or a statement to a saying. */
export const memberRecord = defineRecord(
  occurrenceSchema.extend({
    kind: kindSchema,
    /** The id of the story or saying: that of its first article or statement. */
    group: z.string(),
    likeness: z.enum(['original', 'copy', 'update']),
    /** Of an article: whose copy it is. */
    duplicateOf: z.string().nullable(),
  }),
  (row) => ({ pk: membersOf(row.kind, row.group), sk: occurrencePosition(row) }),
);
export type Member = ReturnType<typeof memberRecord.decode>;

/** The key of what was linked of an item. */
export const linkKey = (itemId: string): Key => ({ pk: itemPartition(itemId), sk: 'LINKED' });

/** What was linked of an item, written last: an edition that it names is done, and its fingerprints are known. */
export const linkRecord = defineRecord(
  z.object({
    itemId: z.string(),
    edition: z.string(),
    sortAt: instantSchema,
    /** Packed fingerprints of the sentences. */
    content: z.string(),
    fingerprints: z.array(z.object({ pk: z.string(), sk: z.string() })),
    /** True if more articles or statements share a fingerprint with it than are compared. Such a text is a form that many outlets fill in. */
    bounded: z.boolean(),
  }),
  ({ itemId }) => linkKey(itemId),
);
export type Link = ReturnType<typeof linkRecord.decode>;
