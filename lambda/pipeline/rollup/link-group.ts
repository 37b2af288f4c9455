import type { Instant } from '../../model/instant.ts';
import type { Lease } from '../../store/jobs/lease.ts';
import {
  type GroupKind,
  type Member,
  MOST_MEMBERS,
  type Occurrence,
  occurrencePosition,
} from '../../store/stories/record.ts';
import type { Membership, StoryRepository } from '../../store/stories/repository.ts';

/** How an article tells what one before it told: which one that is. */
export interface Comparison {
  likeness: 'copy' | 'update';
  by: string;
}

/** What puts articles or statements together. */
export interface Linking {
  stories: StoryRepository;
  lease: Lease;
  /** Writes all that belongs together, changed or not, so that a worker that slept past its lease changes none of it. */
  rewrite: boolean;
  kind: GroupKind;
  expiresAt: Instant | null;
  /** How each of these, in the order of publication, tells what the first one told, or one of these. */
  likenesses(first: Occurrence, others: readonly Occurrence[]): Promise<Map<string, Comparison>>;
}

/**
 * Puts all of these, and all that belongs with any of them, into one story or saying, which has the id of the first published one. Answers those that belong
 * elsewhere now. The writes, each of which can be repeated after a death at any of them:
 *
 * 1. all members, under the id that the group has from now on: whoever finds one of them then finds all;
 * 2. on each of them where it belongs;
 * 3. deletion of members of the groups that it was made of.
 *
 * A group of 500 takes more in, and is not put in order anew.
 */
export async function linkGroup(linking: Linking, occurrences: readonly Occurrence[]): Promise<Occurrence[]> {
  const { stories, kind, lease, rewrite } = linking;
  const { rows, all, memberships } = await gather(linking, occurrences);
  const present = [...all.values()].filter(({ id }) => memberships.has(id)).sort(inOrder);
  const [first] = present;
  if (!first) {
    await stories.removeMembers(lease, rows);
    return [];
  }
  const full = rows.length >= MOST_MEMBERS ? rows[0] : undefined;
  const head = full ?? first;
  const group = present.length === 1 ? null : full ? full.group : first.id;
  const others = present.filter(({ id }) => id !== head.id);
  // Of a large group only what is new is compared: the others are as they were.
  const isSettled = ({ id }: Occurrence): boolean => full !== undefined && memberships.get(id)?.group === group;
  const fresh = others.filter((one) => !isSettled(one));
  const likenesses = group === null ? new Map<string, Comparison>() : await linking.likenesses(head, fresh);
  const members = (group === null ? [] : [head, ...fresh]).map((one): Member => {
    const { id, itemId, feedId, edition, sortAt, start } = one;
    const told = likenesses.get(id);
    const likeness = id === head.id ? 'original' : (told?.likeness ?? 'copy');
    const duplicateOf = told?.likeness === 'copy' ? told.by : null;
    return { id, itemId, feedId, edition, sortAt, start, kind, group: group as string, likeness, duplicateOf };
  });
  const known = new Map(rows.map((row) => [placeOf(row), row]));
  await stories.putMembers(
    lease,
    members.filter((member) => rewrite || !isSame(known.get(placeOf(member)), member)),
    linking.expiresAt,
  );
  const moved: Occurrence[] = [];
  for (const one of group === null ? present : members) {
    const told = likenesses.get(one.id);
    const to: Membership = { group, duplicateOf: told?.likeness === 'copy' ? told.by : null };
    const was = memberships.get(one.id);
    const isSettledAs = was?.group === to.group && was.duplicateOf === to.duplicateOf;
    if (isSettledAs && !rewrite) continue;
    const isSet = await stories.setMembership(lease, kind, one, to);
    if (isSet && !isSettledAs) moved.push(one);
  }
  const kept = new Set(members.map(placeOf));
  await stories.removeMembers(
    lease,
    rows.filter((row) => !kept.has(placeOf(row)) && !(row.group === group && isSettled(row))),
  );
  return moved;
}

/**
 * These, the members of all groups that any of them is in, and where each belongs now. After a worker that died or sleeps also the rows that it may have left of
 * former groups, each of which has the id of one of its members.
 */
async function gather({ stories, kind, rewrite }: Linking, occurrences: readonly Occurrence[]) {
  const all = new Map(occurrences.map((one) => [one.id, one]));
  const memberships = await stories.memberships(kind, occurrences);
  const rows: Member[] = [];
  const read = new Set<string>();
  const waiting = [...memberships].flatMap(([id, { group }]) => [
    ...(group === null ? [] : [group]),
    ...(rewrite ? [id] : []),
  ]);
  for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
    if (read.has(group)) continue;
    read.add(group);
    const found = await stories.members(kind, group);
    rows.push(...found);
    const unknown = found.filter(({ id }) => !memberships.has(id));
    for (const [id, membership] of await stories.memberships(kind, unknown)) {
      // One that has left all groups is out; one that a run which died has moved brings the group that it is in.
      if (membership.group === null) continue;
      memberships.set(id, membership);
      waiting.push(membership.group, ...(rewrite ? [id] : []));
      const row = unknown.find((one) => one.id === id);
      if (row && !all.has(id)) all.set(id, row);
    }
  }
  return { rows, all, memberships };
}

const placeOf = (row: Member): string => `${row.group} ${occurrencePosition(row)}`;
const isSame = (one: Member | undefined, other: Member): boolean =>
  one?.edition === other.edition && one.likeness === other.likeness && one.duplicateOf === other.duplicateOf;

function inOrder(one: Occurrence, other: Occurrence): number {
  return occurrencePosition(one) < occurrencePosition(other) ? -1 : 1;
}
