import { type Day, earlierOf, isAfter, laterOf } from '../../model/instant.ts';
import { emptyRow } from '../../store/counts/empty-row.ts';
import type { CachedCounts, CountRow, Times } from '../../store/counts/shapes.ts';

/** A row must fit into a record, whatever a hostile feed says. */
const MOST_OUTLETS = 1_000;
const MOST_ROLES = 500;
const MOST_LANGUAGES = 100;

/** What is counted of a subject, its lists still as maps. */
export interface Subject {
  shard: number;
  row: CountRow;
  roles: Map<string, Times>;
  outlets: Map<string, Times>;
  languages: Map<string, CountRow['languages'][number]>;
}

type Said = CachedCounts['statements'][number];

/** Nothing counted yet. */
export const emptySubject = (day: Day, subject: string, name: string, shard: number): Subject => ({
  shard,
  row: emptyRow(day, subject, name),
  roles: new Map(),
  outlets: new Map(),
  languages: new Map(),
});

/** Counts an article. */
export function addItem({ row, languages }: Subject, { copy, undated, language }: CachedCounts): void {
  row.items += 1;
  row.copies += Number(copy);
  row.undated.items += Number(undated);
  row.undated.copies += Number(copy && undated);
  const counts = languageFor(languages, language);
  if (!counts) return;
  counts.items += 1;
  counts.copies += Number(copy);
}

/** Counts the statements of an article by one speaker; `isFirst` says that none of its statements was counted of this subject. */
export function addStatements(
  { row, languages }: Subject,
  { speaker, type, band, count }: Said,
  { undated, language }: CachedCounts,
  isFirst: boolean,
): void {
  row.statements += count;
  row.quoted += Number(isFirst);
  row.types[type] += count;
  row.bands[band] += count;
  if (speaker === null) row.unknownSpeakers += count;
  if (undated) {
    row.undated.statements += count;
    row.undated.quoted += Number(isFirst);
  }
  const counts = languageFor(languages, language);
  if (counts) counts.statements += count;
}

/** Counts roles and outlets of a speaker. */
export function addToSpeaker({ row, roles, outlets }: Subject, { speaker, count }: Said, cached: CachedCounts): void {
  const { feedId, undated, sortAt } = cached;
  row.items = row.quoted;
  row.undated.items = row.undated.quoted;
  if (speaker?.role) addTimes(roles, speaker.role, count, undated);
  addTimes(outlets, feedId, count, undated);
  const { first, last } = row.seen ?? { first: sortAt, last: sortAt };
  // The name that the latest article gives; of articles of one moment the first in text order, whichever comes first here.
  const isLater = isAfter(sortAt, last) || row.seen === undefined;
  if (speaker && (isLater || (sortAt === last && speaker.name < row.name))) row.name = speaker.name;
  row.seen = { first: earlierOf(sortAt, first), last: laterOf(sortAt, last) };
}

function languageFor(languages: Subject['languages'], language: string | null) {
  if (language === null) return undefined;
  const counts = languages.get(language) ?? { language, items: 0, copies: 0, statements: 0 };
  languages.set(language, counts);
  return counts;
}

function addTimes(values: Map<string, Times>, value: string, count: number, undated: boolean): void {
  const times = values.get(value) ?? { statements: 0, undated: 0 };
  times.statements += count;
  times.undated += undated ? count : 0;
  values.set(value, times);
}

/** The row of a subject, its lists in order and bounded. */
export function rowOf({ row, roles, outlets, languages }: Subject): CountRow {
  return {
    ...row,
    languages: [...languages.values()]
      .sort(
        (one, other) =>
          other.items - one.items || other.statements - one.statements || order(one.language, other.language),
      )
      .slice(0, MOST_LANGUAGES),
    roles: mostFrequent(roles, MOST_ROLES).map(([text, times]) => ({ text, ...times })),
    outlets: mostFrequent(outlets, MOST_OUTLETS).map(([feedId, times]) => ({ feedId, ...times })),
  };
}

/** The most frequent values first; equally frequent ones in text order. */
function mostFrequent(values: Map<string, Times>, most: number): [string, Times][] {
  return [...values].sort(([one, a], [other, b]) => b.statements - a.statements || order(one, other)).slice(0, most);
}

const order = (one: string, other: string): number => (one < other ? -1 : 1);
