import type { Instant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { itemKey } from '../items/record.ts';
import { statementKey } from '../statements/record.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import type { Attributes, Key } from '../table/port.ts';
import {
  type Finder,
  finderRecord,
  findersOf,
  type Kin,
  type KinKind,
  kinPosition,
  type Link,
  linkKey,
  linkRecord,
  type Member,
  MOST_MEMBERS,
  memberRecord,
  membersOf,
} from './record.ts';

/** So many that share a fingerprint are looked at; of more the nearest in time, on both sides. */
const FEW = 5;
const NEAREST = 3;

/** Where an article or statement belongs now. */
export interface Standing {
  /** The story or saying; `null` for none. */
  group: string | null;
  /** Of an article: whose copy it is. */
  duplicateOf: string | null;
}

/** Stories and sayings; what writes them holds the lease of the rollup. */
export interface StoryRepository {
  /** What was linked of these items. */
  links(itemIds: readonly string[]): Promise<Map<string, Link>>;
  /** Says that this edition is linked: the last write. */
  putLink(link: Link, expiresAt: Instant | null): Promise<void>;
  /** Puts rows by which others find these, and removes others. */
  putFinders(finders: readonly Finder[], expiresAt: Instant | null, removed: readonly Key[]): Promise<void>;
  /** Those that share the fingerprint, at most eight: of more the nearest in time; eventually consistent. */
  near(kind: KinKind, key: string, position: string): Promise<Finder[]>;
  /** In the order of publication, at most `limit`. @default 500 */
  members(kind: KinKind, group: string, limit?: number): Promise<Member[]>;
  putMembers(members: readonly Member[], expiresAt: Instant | null): Promise<void>;
  removeMembers(members: readonly Member[]): Promise<void>;
  removeFinders(finders: readonly Finder[]): Promise<void>;
  /** Where those that are still there belong, by id; one whose item has another edition by now is missing. */
  standings(kind: KinKind, of: readonly Kin[]): Promise<Map<string, Standing>>;
  /** Says where it belongs; false where its item has another edition by now. */
  setStanding(kind: KinKind, of: Kin, to: Standing): Promise<boolean>;
}

/** Stories and sayings of a table. */
export function createStoryRepository(context: StoreContext): StoryRepository {
  const { table } = context;
  const alive = (found: Attributes[]) => found.filter((record) => !isExpired(record, context.clock.now()));
  const keyOf = (kind: KinKind, kin: Kin): Key => (kind === 'story' ? itemKey(kin.itemId) : statementKey(kin));
  return {
    async links(itemIds) {
      const found = decodeEach(
        context,
        alive(await table.batchGet(itemIds.map(linkKey), { consistent: true })),
        linkRecord.decode,
      );
      return new Map(found.map((link) => [link.itemId, link]));
    },
    async putLink(link, expiresAt) {
      await table.put(linkRecord.encode(link, expiresAt));
    },
    async putFinders(finders, expiresAt, removed) {
      await table.batchWrite(
        finders.map((row) => finderRecord.encode(row, expiresAt)),
        removed,
      );
    },
    async near(kind, key, position) {
      const query = { index: null, partition: findersOf(kind, key) };
      let found = await collect(table.query({ ...query, pageSize: FEW }), FEW);
      if (found.length === FEW) {
        const sides = [
          { high: position, reverse: true },
          { low: position, reverse: false },
        ].map((side) => collect(table.query({ ...query, ...side, pageSize: NEAREST + 1 }), NEAREST + 1));
        found = (await Promise.all(sides)).flat();
      }
      return decodeEach(context, alive(found), finderRecord.decode);
    },
    async members(kind, group, limit = MOST_MEMBERS) {
      const query = { index: null, partition: membersOf(kind, group), consistent: true, pageSize: Math.min(limit, 50) };
      return decodeEach(context, alive(await collect(table.query(query), limit)), memberRecord.decode);
    },
    putMembers: (members, expiresAt) =>
      table.batchWrite(members.map((member) => memberRecord.encode(member, expiresAt))),
    removeMembers: (members) =>
      table.batchWrite(
        [],
        members.map((member) => ({ pk: membersOf(member.kind, member.group), sk: kinPosition(member) })),
      ),
    removeFinders: (finders) =>
      table.batchWrite(
        [],
        finders.map((row) => ({ pk: findersOf(row.kind, row.key), sk: kinPosition(row) })),
      ),
    async standings(kind, of) {
      const fields = ['id', 'edition', 'ttl', kind === 'story' ? 'storyId' : 'sayingId', 'duplicateOf'];
      const keys = [...new Map(of.map((kin) => [kin.id, keyOf(kind, kin)])).values()];
      const found = alive(await table.batchGet(keys, { fields, consistent: true }));
      const editions = new Map(of.map(({ id, edition }) => [id, edition]));
      return new Map(
        found.flatMap((record): [string, Standing][] => {
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
    setStanding(kind, of, { group, duplicateOf }) {
      const name = kind === 'story' ? 'storyId' : 'sayingId';
      const set = { ...(group !== null && { [name]: group }), ...(kind === 'story' && { duplicateOf }) };
      const change = {
        ...(Object.keys(set).length > 0 && { set }),
        ...(group === null && { remove: [name] }),
      };
      return table.update(keyOf(kind, of), change, { equals: ['edition', of.edition] });
    },
  };
}
