import type { Instant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { itemKey } from '../items/record.ts';
import { deleteFenced, EPOCH_ATTRIBUTE, notOvertaken, putFenced } from '../jobs/fenced-writes.ts';
import type { Lease } from '../jobs/lease.ts';
import { statementKey } from '../statements/record.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import type { Attributes, Condition, Key, ReadOptions } from '../table/port.ts';
import {
  type FingerprintRow,
  fingerprintPartition,
  fingerprintRecord,
  type GroupKind,
  type Link,
  linkKey,
  linkRecord,
  type Member,
  MOST_LISTED,
  MOST_MEMBERS,
  memberRecord,
  membersOf,
  type Occurrence,
  occurrencePosition,
} from './record.ts';

/** So many that share a fingerprint are looked at; of more the nearest in time, on both sides. */
const FEW = 5;
const NEAREST = 3;

/** Where an article or statement belongs now. */
export interface Membership {
  /** The story or saying; `null` for none. */
  group: string | null;
  /** Of an article: whose copy it is. */
  duplicateOf: string | null;
}

/** Those that share a fingerprint. */
export interface Near {
  found: FingerprintRow[];
  /** True where there are more. */
  isBounded: boolean;
}

/** Stories and sayings. What writes them holds the lease of the rollup: nothing that a later owner has written is written over. */
export interface StoryRepository {
  /** What was linked of these items. */
  links(itemIds: readonly string[]): Promise<Map<string, Link>>;
  /** Says that this edition is linked: the last write. */
  putLink(lease: Lease, link: Link, expiresAt: Instant | null): Promise<void>;
  /** Puts rows by which others find these, and removes others; a row of an edition that is no more is found, and not followed. */
  putFingerprints(
    fingerprints: readonly FingerprintRow[],
    expiresAt: Instant | null,
    removed: readonly Key[],
  ): Promise<void>;
  /** Those that share the fingerprint, at most eight: of more the nearest in time; eventually consistent. */
  near(kind: GroupKind, key: string, position: string): Promise<Near>;
  /** In the order of publication, at most 500. */
  members(kind: GroupKind, group: string): Promise<Member[]>;
  /** The first members, at most 100, as a reader sees them: eventually consistent, for half the price. What they name may be gone since the last rollup. */
  listed(kind: GroupKind, group: string): Promise<Member[]>;
  putMembers(lease: Lease, members: readonly Member[], expiresAt: Instant | null): Promise<void>;
  removeMembers(lease: Lease, members: readonly Member[]): Promise<void>;
  /** Where those that are still there belong, by id; one whose item has another edition by now is missing. */
  memberships(kind: GroupKind, of: readonly Occurrence[]): Promise<Map<string, Membership>>;
  /** Says where it belongs; false where its item has another edition by now, or a later owner of the lease has said it. */
  setMembership(lease: Lease, kind: GroupKind, of: Occurrence, to: Membership): Promise<boolean>;
}

/** The first members of a group, in the order of publication. */
export async function readMembers(
  context: StoreContext,
  partition: string,
  limit: number,
  options: ReadOptions,
): Promise<Member[]> {
  // Not more than are wanted, for each record that is read is paid.
  const query = { index: null, partition, pageSize: MOST_LISTED, ...options };
  const found = await collect(context.table.query(query), limit);
  const alive = found.filter((record) => !isExpired(record, context.clock.now()));
  return decodeEach(context, alive, memberRecord.decode);
}

/** Stories and sayings of a table. */
export function createStoryRepository(context: StoreContext): StoryRepository {
  const { table } = context;
  const alive = (found: Attributes[]) => found.filter((record) => !isExpired(record, context.clock.now()));
  const keyOf = (kind: GroupKind, of: Occurrence): Key => (kind === 'story' ? itemKey(of.itemId) : statementKey(of));
  return {
    async links(itemIds) {
      const found = decodeEach(
        context,
        alive(await table.batchGet(itemIds.map(linkKey), { consistent: true })),
        linkRecord.decode,
      );
      return new Map(found.map((link) => [link.itemId, link]));
    },
    putLink: (lease, link, expiresAt) => putFenced(table, lease, [linkRecord.encode(link, expiresAt)]),
    async putFingerprints(fingerprints, expiresAt, removed) {
      await table.batchWrite(
        fingerprints.map((row) => fingerprintRecord.encode(row, expiresAt)),
        removed,
      );
    },
    async near(kind, key, position) {
      const query = { index: null, partition: fingerprintPartition(kind, key) };
      let found = await collect(table.query({ ...query, pageSize: FEW }), FEW);
      const isBounded = found.length === FEW;
      if (isBounded) {
        const sides = [
          { high: position, reverse: true },
          { low: position, reverse: false },
        ].map((side) => collect(table.query({ ...query, ...side, pageSize: NEAREST + 1 }), NEAREST + 1));
        found = (await Promise.all(sides)).flat();
      }
      return { found: decodeEach(context, alive(found), fingerprintRecord.decode), isBounded };
    },
    members: (kind, group) => readMembers(context, membersOf(kind, group), MOST_MEMBERS, { consistent: true }),
    listed: (kind, group) => readMembers(context, membersOf(kind, group), MOST_LISTED, { consistent: false }),
    putMembers: (lease, members, expiresAt) => {
      const records = members.map((member) => memberRecord.encode(member, expiresAt));
      return putFenced(table, lease, records);
    },
    removeMembers: (lease, members) => {
      const keys = members.map((member) => ({
        pk: membersOf(member.kind, member.group),
        sk: occurrencePosition(member),
      }));
      return deleteFenced(table, lease, keys);
    },
    async memberships(kind, of) {
      const fields = ['id', 'edition', 'ttl', kind === 'story' ? 'storyId' : 'sayingId', 'duplicateOf'];
      const keys = [...new Map(of.map((one) => [one.id, keyOf(kind, one)])).values()];
      const found = alive(await table.batchGet(keys, { fields, consistent: true }));
      const editions = new Map(of.map(({ id, edition }) => [id, edition]));
      return new Map(
        found.flatMap((record): [string, Membership][] => {
          const id = String(record.id);
          if (editions.get(id) !== record.edition) return [];
          const group = record[kind === 'story' ? 'storyId' : 'sayingId'];
          const { duplicateOf } = record;
          return [
            [
              id,
              {
                group: typeof group === 'string' ? group : null,
                duplicateOf: typeof duplicateOf === 'string' ? duplicateOf : null,
              },
            ],
          ];
        }),
      );
    },
    setMembership(lease, kind, of, { group, duplicateOf }) {
      const name = kind === 'story' ? 'storyId' : 'sayingId';
      const change = {
        set: {
          ...(group !== null && { [name]: group }),
          ...(kind === 'story' && { duplicateOf }),
          [EPOCH_ATTRIBUTE]: lease.epoch,
        },
        ...(group === null && { remove: [name] }),
      };
      const condition: Condition = { allOf: [{ equals: ['edition', of.edition] }, notOvertaken(lease)] };
      return table.update(keyOf(kind, of), change, condition);
    },
  };
}
