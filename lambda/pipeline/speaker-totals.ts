import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../model/instant.ts';
import type { Speaker, SpeakerRole } from '../model/speaker.ts';
import { subjectOf } from '../store/rollup-subject.ts';
import type { Store } from '../store/store.ts';
import type { RollupRow } from '../store/store-shapes.ts';
import { type DayCount, momentOn } from './count-day.ts';

function rolesOf(speaker: Speaker, rows: RollupRow[]): SpeakerRole[] {
  const days = new Map<string, { first: Day; last: Day }>();
  for (const { day, roles } of rows) {
    for (const { text } of roles) days.set(text, { first: days.get(text)?.first ?? day, last: day });
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
 * Sets a speaker's totals as the sum of its days, those just counted in place of their stored rows. Times are exact where the record or a day
 * just counted tells them, else the day's beginning; a speaker without statements keeps its times, and one whose totals are right is not written.
 */
export async function setSpeakerTotals(store: Store, speaker: Speaker, counted: Map<Day, DayCount>): Promise<void> {
  const subject = subjectOf.speaker(speaker.id);
  const stored = (await store.rollups.ofSubject(subject)).filter(({ day }) => !counted.has(day));
  const fresh = [...counted.values()].flatMap((rows) => rows.of(subject) ?? []);
  const rows = [...stored, ...fresh]
    .filter(({ statements }) => statements > 0)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
  const first = rows[0]?.day;
  const last = rows.at(-1)?.day;
  const { firstSeenAt, lastSeenAt, roles, statementCount } = speaker;
  const before = { statementCount, firstSeenAt, lastSeenAt, roles };
  const seenOn = (on: Day) => fresh.find(({ day }) => day === on)?.seen;
  const totals = {
    ...before,
    statementCount: rows.reduce((sum, { statements }) => sum + statements, 0),
    ...(first === undefined || last === undefined
      ? {}
      : {
          firstSeenAt: momentOn(first, seenOn(first)?.first, firstSeenAt),
          lastSeenAt: momentOn(last, seenOn(last)?.last, lastSeenAt),
          roles: rolesOf(speaker, rows),
        }),
  };
  if (!isDeepStrictEqual(totals, before)) await store.speakers.setCounts(speaker.id, totals);
}
