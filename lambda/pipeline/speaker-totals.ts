import { isDeepStrictEqual } from 'node:util';
import { type Day, dayOf, type Instant, isAfter } from '../model/instant.ts';
import type { SpeakerRole } from '../model/speaker.ts';
import { subjectOf } from '../store/rollup-subject.ts';
import type { Store } from '../store/store.ts';
import type { CountedSpeaker, RollupRow } from '../store/store-shapes.ts';
import { type DayCount, momentOn } from './count-day.ts';

/** Totals are written with every so many days of a speaker: each write costs, and whoever reads adds the days since then. */
export const DAYS_A_WRITE = 8;
const MILLISECONDS_A_DAY = 86_400_000;

/** Days that have just been counted, those of them in which the speaker's share is another than before, and the last day that is over. */
export interface Counting {
  counted: Map<Day, DayCount>;
  changed: readonly Day[];
  lastDay: Day;
}

/**
 * Sets a speaker's totals as the sum of its days up to the last one that is over, those just counted in place of their stored rows. Nothing is written
 * where readers have only to add few days behind the last sum, which has not changed itself. Times are exact where a row or
 * the record tells them, else the day's beginning; a speaker without statements keeps its times.
 */
export async function setSpeakerTotals(store: Store, speaker: CountedSpeaker, counting: Counting): Promise<void> {
  if (isRight(speaker, counting) && !(await hasManyDaysBehind(store, speaker, counting))) return;
  const { counted, lastDay } = counting;
  const subject = subjectOf.speaker(speaker.id);
  const stored = (await store.rollups.ofSubject(subject)).filter(({ day }) => !counted.has(day));
  const fresh = [...counted.values()].flatMap((rows) => rows.of(subject) ?? []);
  const rows = [...stored, ...fresh]
    .filter(({ statements }) => statements > 0)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
  const { firstSeenAt, lastSeenAt, roles, statementCount, countedTo } = speaker;
  const [first, last] = [rows[0], rows.at(-1)];
  const to = countedTo !== undefined && countedTo > lastDay ? countedTo : lastDay;
  const totals = {
    statementCount: rows.reduce((sum, { day, statements }) => sum + (day > to ? 0 : statements), 0),
    countedTo: to,
    firstSeenAt: first ? momentOn(first.day, first.seen?.first, firstSeenAt) : firstSeenAt,
    lastSeenAt: last ? momentOn(last.day, last.seen?.last, lastSeenAt) : lastSeenAt,
    roles: rows.length > 0 ? rolesOf(speaker, rows) : roles,
  };
  const before = { statementCount, countedTo, firstSeenAt, lastSeenAt, roles };
  if (!isDeepStrictEqual(totals, before)) await store.speakers.setCounts(speaker.id, totals);
}

async function hasManyDaysBehind(
  { rollups }: Store,
  { id, countedTo = '' }: CountedSpeaker,
  { counted, lastDay }: Counting,
): Promise<boolean> {
  if (Date.parse(lastDay) - Date.parse(countedTo) < DAYS_A_WRITE * MILLISECONDS_A_DAY) return false;
  const subject = subjectOf.speaker(id);
  const stored = await rollups.ofSubject(subject, countedTo);
  const fresh = [...counted].flatMap(([day, rows]) => (rows.of(subject) ? day : []));
  const days = new Set([...stored.map(({ day }) => day), ...fresh]);
  return [...days].filter((day) => day > countedTo).length >= DAYS_A_WRITE;
}

/** Whether what the record has is what the days up to its last one say, and what later ones do. */
function isRight(speaker: CountedSpeaker, { counted, changed }: Counting): boolean {
  const { id, countedTo, firstSeenAt, lastSeenAt, roles } = speaker;
  if (countedTo === undefined || changed.some((day) => day <= countedTo)) return false;
  const subject = subjectOf.speaker(id);
  const later = [...counted].filter(([day]) => day > countedTo);
  const laterRows = new Map(later.map(([day, rows]) => [day, rows.of(subject) ?? null]));
  /** The record has moments of later days too, from articles that may have changed since. */
  const isTold = (moment: Instant, isToldBy: (row: RollupRow) => boolean): boolean => {
    const row = laterRows.get(dayOf(moment));
    return row === undefined || (row !== null && isToldBy(row));
  };
  return (
    isTold(firstSeenAt, ({ seen }) => seen !== undefined && !isAfter(seen.first, firstSeenAt)) &&
    isTold(lastSeenAt, ({ seen }) => seen !== undefined && !isAfter(lastSeenAt, seen.last)) &&
    roles.every(({ text, ...times }) =>
      [times.firstSeenAt, times.lastSeenAt].every((moment) =>
        isTold(moment, (row) => row.roles.some((role) => role.text === text)),
      ),
    )
  );
}

function rolesOf(speaker: CountedSpeaker, rows: readonly RollupRow[]): SpeakerRole[] {
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
