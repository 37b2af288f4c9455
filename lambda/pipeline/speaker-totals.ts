import type { Day } from '../model/instant.ts';
import type { Speaker, SpeakerRole } from '../model/speaker.ts';
import type { RollupRow, Store } from '../store/store.ts';
import { type DayCount, momentOn, subjectOf } from './count-day.ts';

function rolesOf(speaker: Speaker, rows: RollupRow[]): SpeakerRole[] {
  const days = new Map<string, { first: Day; last: Day }>();
  for (const { day, roles } of rows) {
    for (const role of roles) days.set(role, { first: days.get(role)?.first ?? day, last: day });
  }
  return [...days].map(([text, { first, last }]) => {
    const known = speaker.roles.find((role) => role.text === text);
    return {
      text,
      firstSeenAt: momentOn(first, known?.firstSeenAt),
      lastSeenAt: momentOn(last, known?.lastSeenAt),
    };
  });
}

/**
 * Sets a speaker's totals as the sum of its days. Times are exact where the record or a day just counted tells them, else the day's beginning;
 * a speaker without statements keeps its times.
 */
export async function setSpeakerTotals(store: Store, speaker: Speaker, counted: Map<Day, DayCount>): Promise<void> {
  const all = await store.rollups.ofSubject(subjectOf.speaker(speaker.id));
  const rows = all.filter(({ statements }) => statements > 0);
  const first = rows[0]?.day;
  const last = rows.at(-1)?.day;
  const seenOn = (day: Day) => counted.get(day)?.seen.get(speaker.id);
  const times =
    first === undefined || last === undefined
      ? { firstSeenAt: speaker.firstSeenAt, lastSeenAt: speaker.lastSeenAt, roles: speaker.roles }
      : {
          firstSeenAt: momentOn(first, seenOn(first)?.first, speaker.firstSeenAt),
          lastSeenAt: momentOn(last, seenOn(last)?.last, speaker.lastSeenAt),
          roles: rolesOf(speaker, rows),
        };
  const statementCount = rows.reduce((sum, { statements }) => sum + statements, 0);
  await store.speakers.setCounts(speaker.id, { statementCount, ...times });
}
