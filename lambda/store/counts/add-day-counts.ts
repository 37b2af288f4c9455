import { type Day, dayOf, earlierOf, type Instant, laterOf } from '../../model/instant.ts';
import type { Speaker, SpeakerRole } from '../../model/speaker.ts';
import type { RollupRow } from '../store-shapes.ts';

/** The speaker with the statements, times and roles of days that their record does not have in its count. */
export function addDayCounts(speaker: Speaker, days: readonly RollupRow[]): Speaker {
  const rows = days.filter(({ statements }) => statements > 0);
  if (rows.length === 0) return speaker;
  return {
    ...speaker,
    statementCount: rows.reduce((sum, { statements }) => sum + statements, speaker.statementCount),
    firstSeenAt: rows.map(({ day, seen }) => seen?.first ?? beginningOf(day)).reduce(earlierOf, speaker.firstSeenAt),
    lastSeenAt: rows.map(({ day, seen }) => seen?.last ?? beginningOf(day)).reduce(laterOf, speaker.lastSeenAt),
    roles: rolesWith(speaker.roles, rows),
  };
}

/** A day tells when a role was worded no nearer than itself. */
function rolesWith(roles: readonly SpeakerRole[], rows: readonly RollupRow[]): SpeakerRole[] {
  const byText = new Map(roles.map((role) => [role.text, role]));
  for (const { day, roles: worded } of rows) {
    for (const { text } of worded) {
      const { firstSeenAt = beginningOf(day), lastSeenAt = firstSeenAt } = byText.get(text) ?? {};
      byText.set(text, {
        text,
        firstSeenAt: day < dayOf(firstSeenAt) ? beginningOf(day) : firstSeenAt,
        lastSeenAt: day > dayOf(lastSeenAt) ? beginningOf(day) : lastSeenAt,
      });
    }
  }
  return [...byText.values()].sort((one, other) => (one.text < other.text ? -1 : 1));
}

const beginningOf = (day: Day): Instant => `${day}T00:00:00Z`;
