import { groupBy } from '../../common/group-by.ts';
import { hashPlace, sha256 } from '../../common/hash.ts';
import type { Day } from '../../model/instant.ts';
import { subjectsRecord } from '../records/rollup.ts';
import type { Attributes, Key } from '../table/port.ts';

/** So many subjects stand in a record on average: it holds them however long their ids are. */
const SUBJECTS_A_SHARD = 500;
const GROWTH = 4;
const DIGEST_LETTERS = 7;
/** Of a row that may be there and may say anything. */
export const UNKNOWN = '';

/** Subjects of a day, each with what tells its row from another. */
export type Digests = ReadonlyMap<string, string>;

/** The day's subjects as the table lists them. */
export interface CountedSubjects {
  digests: Digests;
  /** The records that list them. */
  records: Attributes[];
}

/** What tells a row from another that says something else. */
export function digestOf(row: object): string {
  return Buffer.from(sha256(JSON.stringify(row)), 'hex')
    .toString('base64')
    .slice(0, DIGEST_LETTERS);
}

/** What records list together; of a subject that stands in two of them with different digests nothing is known. */
export function readSubjects(records: Attributes[]): CountedSubjects {
  const digests = new Map<string, string>();
  for (const record of records) {
    for (const [subject, digest] of subjectsRecord.decode(record).subjects) {
      digests.set(subject, (digests.get(subject) ?? digest) === digest ? digest : UNKNOWN);
    }
  }
  return { digests, records };
}

/**
 * The records to put so that the table lists these subjects, and keys of those that are to go after that. A subject never moves from one record to another
 * of the same number of shards, and that number never shrinks: whatever dies between, no subject is in no record.
 */
export function listSubjects(
  place: { day: Day; list: 'counted' | 'announced' },
  digests: Digests,
  stored: CountedSubjects,
): { changed: (Attributes & Key)[]; gone: Key[] } {
  const before = new Map(stored.records.map((record) => [String(record.sk), record]));
  const known = stored.records.map((record) => subjectsRecord.decode(record));
  const shards = Math.max(shardsFor(digests.size), ...known.map((one) => one.shards));
  const shardOf = ([subject]: [string, string]) => String(hashPlace(subject, shards));
  const sorted = [...digests].sort(([one], [other]) => (one < other ? -1 : 1));
  const records = [...groupBy(sorted, shardOf)].map(([shard, subjects]) =>
    subjectsRecord.encode({ ...place, shards, shard: Number(shard), subjects }),
  );
  const now = new Set(records.map(({ sk }) => sk));
  return {
    changed: records.filter((record) => {
      const old = before.get(record.sk);
      return !old || !sameSubjects(subjectsRecord.decode(old).subjects, subjectsRecord.decode(record).subjects);
    }),
    gone: (stored.records as Key[]).filter(({ sk }) => !now.has(sk)).map(({ pk, sk }) => ({ pk, sk })),
  };
}

function shardsFor(subjects: number): number {
  let shards = 1;
  while (subjects > shards * SUBJECTS_A_SHARD) shards *= GROWTH;
  return shards;
}

const sameSubjects = (one: [string, string][], other: [string, string][]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
