import { type Day, dayOf, earlierOf, type Instant, laterOf } from '../../model/instant.ts';
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
    roles: rows.length > 0 ? rolesOf(speaker.roles, rows) : speaker.roles,
  };
}

/** Roles by how often they were worded; a day tells when a role was worded no nearer than itself, the speaker's record sometimes does. */
function rolesOf(known: readonly SpeakerRole[], rows: readonly CountRow[]): SpeakerRole[] {
  const roles = new Map<string, { statements: number; first: Day; last: Day }>();
  for (const { day, roles: worded } of rows) {
    for (const { text, statements } of worded) {
      const role = roles.get(text);
      roles.set(text, {
        statements: statements + (role?.statements ?? 0),
        first: role?.first ?? day,
        last: day,
      });
    }
  }
  return [...roles]
    .map(([text, { statements, first, last }]) => {
      const told = known.find((role) => role.text === text);
      return {
        text,
        statements,
        firstSeenAt: momentOn(first, told?.firstSeenAt),
        lastSeenAt: momentOn(last, told?.lastSeenAt),
      };
    })
    .sort(byFrequency);
}

/** The most frequent role first; of equally frequent ones the latest. */
export function byFrequency(one: SpeakerRole, other: SpeakerRole): number {
  if (one.statements !== other.statements) return other.statements - one.statements;
  if (one.lastSeenAt !== other.lastSeenAt) return one.lastSeenAt > other.lastSeenAt ? -1 : 1;
  return one.text < other.text ? -1 : 1;
}

const momentOn = (day: Day, moment: Instant | undefined): Instant =>
  moment !== undefined && dayOf(moment) === day ? moment : `${day}T00:00:00Z`;
