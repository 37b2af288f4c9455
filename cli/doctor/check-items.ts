import { EXTRACTOR_VERSION } from '../../lambda/model/extraction.ts';
import { toInstant } from '../../lambda/model/instant.ts';
import type { ItemSummary } from '../../lambda/model/item.ts';
import { ROLLUP } from '../../lambda/store/counts/repository.ts';
import type { Store } from '../../lambda/store/store.ts';
import { type Finding, fine, perCent, problem, stretchInWords, warning } from './finding.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** So many of the newest records are looked at. */
const MOST_READ = 2_000;
const MOST_PAGES = 1_000;
/** Half of the news of a day may come so late at most. */
const LONGEST_LAG = 2 * HOUR;
const LATE_PAGE = HOUR;
/** In news, a fifth of the statements are of nobody in particular; a larger share tells of texts that the rules don't fit. */
const LARGEST_UNKNOWN_SHARE = 0.4;
const FEWEST_STATEMENTS = 50;
const ROLLUP_BEHIND = 3 * HOUR;
/** What a writer that died has left is taken away by the count of the hour after. */
const STALE_SINCE = 3 * HOUR;
const CLOCKS_DIFFER = HOUR;
const MOST_NAMED = 3;

type Items = Pick<Store, 'items' | 'statements' | 'rollups' | 'search' | 'leases'>;

/** How what is stored does: how late it came, what still waits, who is unknown, what is not counted. */
export async function checkItems(store: Items, now: number): Promise<Finding[]> {
  const newest: ItemSummary[] = [];
  for await (const { record } of store.items.newest({})) if (newest.push(record) >= MOST_READ) break;
  if (newest.length === 0) return [warning('items', 'Nothing is stored yet.', '`dateline poll` asks the feeds now.')];
  return [
    lagOf(newest, now),
    await pagesOf(store, now),
    await unknownSpeakers(store),
    await countsOf(store, now),
    await wordsOf(store),
    rulesOf(newest),
    await staleOf(store, now),
  ];
}

function lagOf(items: ItemSummary[], now: number): Finding {
  const fresh = items.filter(({ storedAt, publishedAtSource }) => {
    return publishedAtSource === 'feed' && now - Date.parse(storedAt) < DAY;
  });
  const lags = fresh
    .map(({ storedAt, publishedAt }) => Date.parse(storedAt) - Date.parse(publishedAt ?? storedAt))
    // What a new feed brings was published long before anyone asked.
    .filter((lag) => lag < 2 * DAY)
    .sort((one, other) => one - other);
  if (lags.length === 0) return fine('lag', 'Nothing with a date came in the last 24 hours.');
  const [half, most] = [lags[lags.length >> 1] ?? 0, lags[Math.floor(lags.length * 0.95)] ?? 0];
  const message = `Half of the ${lags.length} articles of the last 24 hours were stored within ${stretchInWords(half)} of their publication, 95 % within ${stretchInWords(most)}.`;
  if (half <= LONGEST_LAG) return fine('lag', message);
  return warning(
    'lag',
    message,
    'Are feeds overdue, or do their servers ask for long pauses? `dateline feeds list` shows when each is polled.',
  );
}

async function pagesOf({ items }: Items, now: number): Promise<Finding> {
  const late = await items.duePages(toInstant(now - LATE_PAGE), MOST_PAGES);
  if (late.length === 0) return fine('pages', 'No page of an article is waited for longer than an hour.');
  const count = late.length < MOST_PAGES ? String(late.length) : `${MOST_PAGES} or more`;
  return warning(
    'pages',
    `${count} pages of articles are overdue.`,
    'They are read as feeds are: is polling running? `dateline poll` reads them now.',
  );
}

async function unknownSpeakers({ statements }: Items): Promise<Finding> {
  let count = 0;
  let unknown = 0;
  for await (const { record } of statements.newest({})) {
    if (record.speaker === null) unknown += 1;
    if (++count >= MOST_READ) break;
  }
  const message = `${perCent(unknown, count)} of the newest ${count} statements have no known speaker.`;
  if (count < FEWEST_STATEMENTS || unknown <= count * LARGEST_UNKNOWN_SHARE) return fine('speakers', message);
  return warning(
    'speakers',
    message,
    'Are there feeds in other languages than English, or with teasers only? `dateline statements --json` shows which; `dateline feeds test` shows what is read in one.',
  );
}

async function countsOf({ rollups, leases }: Items, now: number): Promise<Finding> {
  const through = await rollups.through();
  const behind = through === null ? Number.POSITIVE_INFINITY : now - Date.parse(through);
  // A clock that was ahead has counted up to a moment that is still to come, and nothing of what came since.
  if (behind < -CLOCKS_DIFFER) {
    return problem(
      'counts',
      `Counts are up to ${through}, which is still to come.`,
      'A clock was ahead; the next count mends it.',
    );
  }
  if (behind <= ROLLUP_BEHIND) return fine('counts', 'Counts are up to date.');
  const holder = await leases.holder(ROLLUP);
  const atWork = holder ? ` ${holder.owner} is at it since ${holder.takenAt}.` : '';
  const since = through === null ? 'were never made' : `are ${stretchInWords(behind)} behind`;
  return problem(
    'counts',
    `Counts and the word index ${since}.${atWork}`,
    'They are made every hour: `dateline serve` does it, on AWS the function Rollup; look at its log.',
  );
}

async function wordsOf({ search }: Items): Promise<Finding> {
  const { status, segments, missing } = await search.check();
  if (status === 'none') return warning('words', 'There is no word index yet.', 'The next count makes it.');
  if (missing.length > 0) {
    const named = missing.slice(0, MOST_NAMED).join(', ');
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    const message = `The word index lacks ${missing.length} of its records: ${named}${more}. Searches do not find what they hold.`;
    return problem('words', message, 'The next count makes the index anew; `dateline reindex` does it now.');
  }
  if (status === 'building') {
    return warning(
      'words',
      'The word index is being made; searches read the lists themselves meanwhile.',
      'Nothing to do: each count goes on with it.',
    );
  }
  return fine('words', `The word index is whole: ${segments} segments.`);
}

function rulesOf(items: ItemSummary[]): Finding {
  const older = items.filter(({ extractorVersion }) => extractorVersion < EXTRACTOR_VERSION).length;
  if (older === 0) return fine('rules', 'The newest articles were read by the present rules.');
  return warning(
    'rules',
    `${older} of the newest ${items.length} articles were read by older rules.`,
    '`dateline reprocess` reads them again; --dry-run tells first what would change.',
  );
}

async function staleOf({ items }: Items, now: number): Promise<Finding> {
  const count = await items.stale({ from: toInstant(now - STALE_SINCE) });
  if (count === 0) return fine('editions', 'No statement or text of another edition stands beside its article.');
  return warning(
    'editions',
    `${count} statements and texts of other editions stand beside articles of the last hours.`,
    'Nobody sees them: they are being written, or their writer died; then the next count takes them away.',
  );
}
