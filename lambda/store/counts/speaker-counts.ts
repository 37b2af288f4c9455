import { earlierOf, laterOf } from '../../model/instant.ts';
import type { Speaker, SpeakerRole } from '../../model/speaker.ts';
import type { CountRow } from './shapes.ts';

/** The speaker with what its days, which are in order, have of it: statements, when the first and the last were, and how often in which role. */
export function withCounts(speaker: Speaker, days: readonly CountRow[]): Speaker {
  const rows = days.filter(({ statements }) => statements > 0);
  const seen = rows.flatMap(({ seen }) => seen ?? []);
  return {
    ...speaker,
    statementCount: rows.reduce((sum, { statements }) => sum + statements, 0),
    firstSeenAt: seen.map(({ first }) => first).reduce(earlierOf, seen[0]?.first ?? speaker.firstSeenAt),
    lastSeenAt: seen.map(({ last }) => last).reduce(laterOf, seen[0]?.last ?? speaker.lastSeenAt),
    roles: rows.length > 0 ? rolesOf(rows) : speaker.roles,
  };
}

/** Roles by how often they were worded; the first and last mention of their first and last day tell when. */
function rolesOf(rows: readonly CountRow[]): SpeakerRole[] {
  const roles = new Map<string, SpeakerRole>();
  for (const { roles: worded, seen } of rows) {
    if (!seen) continue;
    for (const { text, statements } of worded) {
      const role = roles.get(text) ?? { statements: 0, firstSeenAt: seen.first };
      roles.set(text, { ...role, text, statements: role.statements + statements, lastSeenAt: seen.last });
    }
  }
  return [...roles.values()].sort(byFrequency);
}

/** The most frequent role first; of equally frequent ones the latest. */
export function byFrequency(one: SpeakerRole, other: SpeakerRole): number {
  if (one.statements !== other.statements) return other.statements - one.statements;
  if (one.lastSeenAt !== other.lastSeenAt) return one.lastSeenAt > other.lastSeenAt ? -1 : 1;
  return one.text < other.text ? -1 : 1;
}
