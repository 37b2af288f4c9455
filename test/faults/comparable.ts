import { feedEntriesRecord } from '../../lambda/store/feeds/entries-record.ts';

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
  'epoch',
  // Whether an article met more like it than are compared, when it was linked.
  'bounded',
  // Of the mention that brought a speaker's latest name or role, whichever that was.
  'mentionedAt',
];

/** Records of how a feed's polls went, of the days on which something was changed, and of jobs: they differ where a poll was late. */
const OF_POLLS = /^(?:HOST#.*|STATES#.*|FEED#.* \/ LOG#.*|DAYS#changed.*|JOB#.*|CACHED#.*|WORD.*)$/;

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
  if (sk !== 'ENTRIES') return row;
  const { settled: _, ...entries } = feedEntriesRecord.decode(row);
  return { pk, sk, ...entries };
}

/** Without counts of nothing, which a run leaves that has counted what is no more. */
function counted(row: Row): Row[] {
  const { pk, values } = row;
  if (String(pk).startsWith('COUNT#') && row.items === 0 && row.statements === 0) return [];
  if (!String(pk).startsWith('FACETS#')) return [row];
  const some = (values as Record<string, unknown>[]).filter(({ value: _, ...counts }) =>
    Object.values(counts).some((one) => one !== 0),
  );
  return some.length > 0 ? [{ ...row, values: some }] : [];
}

function contentOf(row: Row): string {
  const left = [...OF_TIME, 'sk', ...(isChange(row) ? ['pk', 'hours', 'copies', 'formers'] : [])];
  const entries = Object.entries(row).filter(([name]) => !left.includes(name));
  return JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
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

/** What the records say, by what they are of: the same for a quiet and a disturbed run. A record that is there twice is `doubled`. */
export function comparable(rows: Row[]): { contents: Map<string, string>; doubled: string[] } {
  const contents = new Map<string, string>();
  const doubled: string[] = [];
  for (const row of rows.flatMap(counted).map(opened)) {
    const key = keyOf(row);
    if (OF_POLLS.test(key)) continue;
    if (contents.has(key)) doubled.push(key);
    contents.set(key, contentOf(row));
  }
  return { contents, doubled };
}
