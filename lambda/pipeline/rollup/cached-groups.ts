import {
  type GroupKind,
  type Link,
  type Member,
  MOST_MEMBERS,
  occurrencePosition,
} from '../../store/stories/record.ts';
import type { Membership, StoryRepository } from '../../store/stories/repository.ts';

/**
 * Stories and sayings of which each record is read once. Only who holds the lease writes them, so that what was read stays right until this worker writes it;
 * an article that gets another edition meanwhile is not written, and has a change of its own. Without it each article of a story reads all others.
 */
export function cachedGroups(stories: StoryRepository): StoryRepository {
  const groups = new Map<string, Map<string, Member>>();
  const known = new Map<string, Membership | null>();
  const links = new Map<string, Link | null>();
  const nameOf = (kind: GroupKind, { id, edition }: { id: string; edition: string }) => `${kind} ${id} ${edition}`;
  const groupOf = ({ kind, group }: Pick<Member, 'kind' | 'group'>) => groups.get(`${kind} ${group}`);
  return {
    ...stories,
    async links(itemIds) {
      const unread = itemIds.filter((id) => !links.has(id));
      const found = unread.length === 0 ? new Map<string, Link>() : await stories.links(unread);
      for (const id of unread) links.set(id, found.get(id) ?? null);
      return new Map(itemIds.flatMap((id) => present(id, links.get(id))));
    },
    async putLink(lease, link, expiresAt) {
      await stories.putLink(lease, link, expiresAt);
      links.set(link.itemId, link);
    },
    async members(kind, group) {
      let rows = groupOf({ kind, group });
      if (!rows) {
        rows = new Map((await stories.members(kind, group)).map((row) => [occurrencePosition(row), row]));
        groups.set(`${kind} ${group}`, rows);
      }
      const inOrder = [...rows].sort(([one], [other]) => (one < other ? -1 : 1));
      return inOrder.slice(0, MOST_MEMBERS).map(([, row]) => row);
    },
    async putMembers(lease, members, expiresAt) {
      await stories.putMembers(lease, members, expiresAt);
      for (const member of members) groupOf(member)?.set(occurrencePosition(member), member);
    },
    async removeMembers(lease, members) {
      await stories.removeMembers(lease, members);
      for (const member of members) groupOf(member)?.delete(occurrencePosition(member));
    },
    async memberships(kind, of) {
      const unread = of.filter((one) => !known.has(nameOf(kind, one)));
      const found = unread.length === 0 ? new Map<string, Membership>() : await stories.memberships(kind, unread);
      for (const one of unread) known.set(nameOf(kind, one), found.get(one.id) ?? null);
      return new Map(of.flatMap((one) => present(one.id, known.get(nameOf(kind, one)))));
    },
    async setMembership(lease, kind, of, to) {
      const isSet = await stories.setMembership(lease, kind, of, to);
      // One that leaves its story may become a copy of what has its words or address, past this repository.
      if (to.group === null) known.delete(nameOf(kind, of));
      else known.set(nameOf(kind, of), isSet ? to : null);
      return isSet;
    },
  };
}

function present<T>(id: string, value: T | null | undefined): [string, T][] {
  return value ? [[id, value]] : [];
}
