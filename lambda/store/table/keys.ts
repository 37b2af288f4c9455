import type { Day, Instant } from '../../model/instant.ts';
import { at, bounded, digits } from './key-parts.ts';
import type { Key } from './port.ts';

/** What has a word index of its own. */
export type WordKind = 'statements' | 'items';

/** Table keys of counts and of the word index. */
export const keys = {
  rollup: (day: Day, subject: string): Key => ({ pk: partitions.rollupsOfSubject(subject), sk: day }),
  countedSubjects: (day: Day, list: string, shards: number, shard: number): Key => ({
    pk: partitions.rollupOfDay(day),
    sk: `~${list}#${digits(shards)}#${digits(shard)}`,
  }),
  told: (day: Day, instant: Instant, mark: string): Key => ({
    pk: partitions.toldOfDay(day),
    sk: at(instant, mark),
  }),
  openCounts: (day: Day, shards: number, shard: number): Key => ({
    pk: partitions.rollupOfDay(day),
    sk: `~open#${digits(shards)}#${digits(shard)}`,
  }),
  openDays: (): Key => ({ pk: 'ROLLUP', sk: 'OPEN' }),
  spoken: (day: Day, part: number): Key => ({ pk: partitions.spoken(), sk: `${day}#${digits(part)}` }),
  rolledThrough: (): Key => ({ pk: 'ROLLUP', sk: 'THROUGH' }),
  wordState: (): Key => ({ pk: 'ROLLUP', sk: 'WORDS' }),
  wordBatch: (kind: WordKind, start: Instant): Key => ({ pk: partitions.words(kind), sk: `BATCH#${at(start)}` }),
  openWords: (kind: WordKind, generation: string, piece: number): Key => ({
    pk: partitions.words(kind),
    sk: `OPEN#${generation}#${digits(piece)}`,
  }),
  wordPlaces: (kind: WordKind, start: Instant, piece: number): Key => ({
    pk: partitions.wordPlaces(kind),
    sk: at(start, digits(piece)),
  }),
  wordPostings: (kind: WordKind, bucket: string, start: Instant, piece: number): Key => ({
    pk: partitions.wordPostings(kind, bucket),
    sk: at(start, digits(piece)),
  }),
};

/** Partitions of counts and of the word index, as they are queried. */
export const partitions = {
  /** Lists of subjects; of earlier versions the rows of a day. */
  rollupOfDay: (day: Day): string => `ROLLUP#${day}`,
  toldOfDay: (day: Day): string => `TOLD#${day}`,
  spoken: (): string => 'SPOKEN',
  /** Of the table; of rows that earlier versions stored in gsi1. */
  rollupsOfSubject: (subject: string): string => `SUBJECT#${bounded(subject)}`,
  words: (kind: WordKind): string => `WORDS#${kind}`,
  wordPlaces: (kind: WordKind): string => `WORDS#${kind}#PLACES`,
  wordPostings: (kind: WordKind, bucket: string): string => `WORDS#${kind}#${bucket}`,
};
