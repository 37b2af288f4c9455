import { groupBy } from '../../lambda/common/group-by.ts';
import { addDayCounts } from '../../lambda/store/counts/add-day-counts.ts';
import { unpackLines } from '../../lambda/store/counts/packed-lines.ts';
import { rowOfLine } from '../../lambda/store/counts/row-line.ts';
import { feedEntriesRecord } from '../../lambda/store/feeds/entries-record.ts';
import { unpack } from '../../lambda/store/packed.ts';
import { openCountsRecord } from '../../lambda/store/records/open-counts.ts';
import { rollupRecord } from '../../lambda/store/records/rollup.ts';
import type { CountedSpeaker, RollupRow } from '../../lambda/store/store-shapes.ts';

type Row = Record<string, unknown>;

/** Attributes that say when something was done, how often or in which order, and not what it is. */
export const OF_TIME = [
  'createdAt',
  'storedAt',
  'changedAt',
  'fetchedAt',
  'revision',
  'edition',
  'revisionsThatDay',
  'formerCopies',
  'version',
  'ttl',
  'duplicateOf',
];

/** Records of how a feed's polls went, of the days on which something was changed, of what a count was about to write, and of what it has read: they differ where a poll was late. */
const OF_POLLS =
  /^(?:HOST#.*|STATES#.*|FEED#.* \/ LOG#.*|DAYS#changed.*|ROLLUP \/ (?:THROUGH|WORDS|OPEN)|ROLLUP#.* \/ ~announced.*|TOLD#.*|WORD.*)$/;

const EDITION = /#\d+-[A-Za-z][A-Za-z0-9]{7}$/;

/** Changes stand by when they were. */
const isChange = ({ pk }: Row): boolean => String(pk).startsWith('CHANGED#');

function keyOf({ pk, sk }: Row): string {
  if (isChange({ pk })) return `CHANGED / ${String(sk).split('#')[1]}`;
  const place = String(sk)
    .replace(/^((?:STMT|BODY)#)[^#]+/, '$1')
    .replace(/^\d{4}-\d\d-\d\dT[^#]*#/, '')
    .replace(EDITION, '');
  return `${pk} / ${place}`;
}

const isItem = ({ pk, sk }: Row): boolean => String(pk).startsWith('ITEM#') && sk === 'META';

/** What a record holds, without what tells of the polls by which it came. */
function opened(row: Row): Row {
  const { pk, sk, gsi1sk } = row;
  if (typeof gsi1sk === 'string') return { ...row, gsi1sk: gsi1sk.replace(EDITION, '') };
  if (sk !== 'ENTRIES') return unpack(row);
  const { settled: _, ...entries } = feedEntriesRecord.decode(row);
  return { pk, sk, ...entries };
}

/** A speaker as readers see it: its record may have fewer days in it than that of another run, and they add those behind. */
function completed(row: Row, days: Map<string, RollupRow[]>): Row {
  if (!String(row.pk).startsWith('SPEAKER#') || row.sk !== 'META') return row;
  const { countedTo, ...speaker } = row as Row & CountedSpeaker;
  const own = days.get(`SUBJECT#${row.pk}`) ?? [];
  return { ...addDayCounts(speaker, countedTo === undefined ? [] : own.filter(({ day }) => day > countedTo)) };
}

function contentOf(row: Row): string {
  const left = [...OF_TIME, 'sk', ...(isChange(row) ? ['pk', 'hours', 'copies', 'formers'] : [])];
  const entries = Object.entries(row).filter(([name]) => !left.includes(name));
  // A role's times are exact only where the day was just counted, else they are the day's beginning.
  const text = JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return String(row.pk).startsWith('SPEAKER#') ? text.replace(/(SeenAt":"\d{4}-\d\d-\d\d)T[^"]*/g, '$1') : text;
}

/** How many items tell each text first: one, whichever that is. */
export function originals(rows: Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { contentHash, duplicateOf } of rows.filter(isItem)) {
    if (duplicateOf !== null) continue;
    counts.set(String(contentHash), (counts.get(String(contentHash)) ?? 0) + 1);
  }
  return counts;
}

/** Rows of counts as they are read; those of days that are not over as if each were in a record of its own, as those of other days are. */
function spread(row: Row): Row[] {
  const { pk, sk } = row;
  if (String(pk).startsWith('SUBJECT#')) return [{ pk, sk, ...rollupRecord.decode(row) }];
  if (!String(sk).startsWith('~open#')) return [row];
  const { day, data } = openCountsRecord.decode(row);
  const rows = unpackLines(data, day).map((line) => rowOfLine(line, day));
  return rows.map((one) => ({ pk: `SUBJECT#${one.subject}`, sk: day, ...one }));
}

/** What the records say, by what they are of: the same for a quiet and a disturbed run. A record that is there twice is `doubled`. */
export function comparable(rows: Row[]): { contents: Map<string, string>; doubled: string[] } {
  const contents = new Map<string, string>();
  const doubled: string[] = [];
  const all = rows.flatMap(spread).map(opened);
  const subjects = all.filter(({ pk }) => String(pk).startsWith('SUBJECT#'));
  const days = groupBy(subjects as (Row & RollupRow)[], ({ pk }) => String(pk));
  for (const row of all.map((one) => completed(one, days))) {
    const key = keyOf(row);
    if (OF_POLLS.test(key)) continue;
    if (contents.has(key)) doubled.push(key);
    contents.set(key, contentOf(row));
  }
  return { contents, doubled };
}
