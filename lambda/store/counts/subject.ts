import { hashPlace } from '../../common/hash.ts';

/** What is counted by day. */
export const subjectOf = {
  /** Everything of a day. */
  all: (): string => 'ALL',
  speaker: (id: string): string => `SPEAKER#${id}`,
  feed: (id: string): string => `FEED#${id}`,
};

/** A day is counted in so many steps, each with the subjects of one shard. */
export const SUBJECT_SHARDS = 4;

/** The shard of a subject, or of a value that is counted as one is: always the same. */
export const shardOf = (subject: string): number => hashPlace(subject, SUBJECT_SHARDS);
