import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toInstant } from '../../../lambda/model/instant.ts';
import { rollup } from '../../../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../../../lambda/store/create-store.ts';
import { editionRows } from '../../../lambda/store/items/edition-rows.ts';
import { openTableFile, type TableFile } from '../../../local/sqlite/open-table-file.ts';
import { bundle, feed } from '../../support/articles.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';
import { quietLog } from '../../support/quiet-log.ts';

const COLUMNS =
  'id, item_id, type, text, speaker, speaker_id, role, affiliation, kind, cue, said_at, published_at, outlet, title, url, confidence';
const DAY = 86_400_000;
/** Views ask the machine's clock what has expired. */
const NOW = Date.now();
const daysAgo = (days: number): string => toInstant(Math.floor(NOW / 1000) * 1000 - days * DAY);

let folder: string;
let file: TableFile;
let query: QueryApp;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-views-'));
  file = openTableFile({ folder, log: quietLog() });
  const clock = fakeClock(toInstant(NOW));
  const store = createStore({ table: file.table, clock });
  query = await openQueryApp({ opened: { store, clock, table: file.table, close: async () => file.close() } });
  await store.feeds.put(feed('harbour-post', 'Harbour Post'));
});
afterEach(async () => {
  await query.close();
  rmSync(folder, { recursive: true });
});

const view = (name: string, columns = COLUMNS): unknown[][] =>
  file.database.all(`SELECT ${columns} FROM ${name} ORDER BY 1`);

/** What `dateline export statements` writes, in the columns of the view. */
async function exported(): Promise<unknown[][]> {
  const { text } = await query.get('/v1/statements?format=ndjson&limit=500');
  const merges = await query.store.speakers.merges();
  const rows = text
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return rows
    .map((row) => {
      const { id, itemId, type, text: words, speaker, cue, saidAt, publishedAt, outlet, title, url, confidence } = row;
      const speakerId = speaker?.id ?? null;
      return [
        ...[id, itemId, type, words, speaker?.name ?? null, merges.get(speakerId) ?? speakerId],
        ...[speaker?.role ?? null, speaker?.affiliation ?? null, speaker?.kind ?? null, cue?.text ?? null],
        ...[saidAt, publishedAt, outlet, title, url, confidence],
      ];
    })
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
}

const bridge = {
  name: 'bridge',
  publishedAt: daysAgo(3),
  statements: [
    { text: 'The bridge opens in May', role: 'harbour master' },
    { text: 'We were never asked', speaker: 'Bela Ruiz', type: 'indirect' as const },
    { text: 'It costs too much', speaker: null },
  ],
  coming: [{ date: daysAgo(-30).slice(0, 10), text: 'in May' }],
};

test('the statements of an export are the rows of the view, whatever happens to their articles', async () => {
  const [id = ''] = await query.save(bridge, {
    name: 'undated',
    publishedAt: null,
    storedAt: daysAgo(1),
    feedId: 'gone',
  });
  const compare = async (count: number) => {
    const rows = await exported();
    expect(rows).toHaveLength(count);
    expect(view('statements')).toEqual(rows);
  };
  await compare(3);

  // Read again, with other words; and an edition whose writer has died before its item.
  await query.save({ ...bridge, revision: 2, statements: [...bridge.statements, { text: 'Nobody knows' }] });
  const { owned } = await editionRows(bundle({ ...bridge, revision: 3, statements: [{ text: 'Never seen' }] }));
  await file.table.batchWrite(owned);
  await compare(4);

  const [first, second] = await query.store.statements.ofItem(id);
  const wish = { itemId: id, statementId: first?.id ?? '', by: 'desk', note: null };
  await query.store.corrections.put({ ...wish, notAStatement: true });
  await compare(3);
  await query.store.speakers.merge('bela-ruiz', 'ada-okonkwo');
  await compare(3);
  expect(view('statements', 'speaker_id, article_speaker_id').filter(([one]) => one === 'ada-okonkwo')).toHaveLength(2);
  expect(second?.speaker?.id).toBe('bela-ruiz');

  // An exact copy in another feed, and an article whose time is over though nobody has swept it away.
  const text =
    'The same long article stands here and in another feed, word for word, so that it is a copy of the first one. ';
  const copy = { publishedAt: daysAgo(2), storedAt: daysAgo(2), statements: [{ text: text.repeat(2) }] };
  await query.save({ ...copy, name: 'copy', url: 'https://a.example/1' });
  await query.save({ ...copy, name: 'copy', url: 'https://a.example/1', feedId: 'other', storedAt: daysAgo(1) });
  await compare(4);
  await query.save({ name: 'over', statements: [{ text: 'Too late' }], expiresAt: daysAgo(1) });
  await compare(4);
});

test('the other views have items, speakers, feeds and dates', async () => {
  await query.save(bridge);
  expect(view('items', 'title, outlet, statement_count, duplicate_of')).toEqual([
    ['Title of bridge', 'Harbour Post', 3, null],
  ]);
  expect(view('items', 'text')[0]?.[0]).toContain('The bridge opens in May');
  expect(view('speakers', 'id, name, kind, merged_id')).toEqual([
    ['ada-okonkwo', 'Ada Okonkwo', 'person', 'ada-okonkwo'],
    ['bela-ruiz', 'Bela Ruiz', 'person', 'bela-ruiz'],
  ]);
  expect(view('feeds', 'id, title, status, error_count')).toEqual([['harbour-post', 'Harbour Post', 'ok', 0]]);
  expect(view('coming_dates', 'date, text, title, outlet')).toEqual([
    [daysAgo(-30).slice(0, 10), 'in May', 'Title of bridge', 'Harbour Post'],
  ]);
  expect(view('dates', 'text, value, "from", "to", title')).toEqual([]);
});

test('the view of speakers has the times of all their mentions, in whichever order these came', async () => {
  await query.save(bridge, { ...bridge, name: 'older', publishedAt: daysAgo(9) });
  await rollup({ store: query.store, clock: fakeClock(toInstant(NOW + 7_200_000)), log: quietLog() });
  const { firstSeenAt, lastSeenAt } = (await query.store.speakers.get('ada-okonkwo')) ?? {};
  expect([firstSeenAt, lastSeenAt]).toEqual([daysAgo(9), daysAgo(3)]);
  expect(view('speakers', 'id, first_seen_at, last_seen_at')[0]).toEqual(['ada-okonkwo', firstSeenAt, lastSeenAt]);
});

test('the SQL of docs/data-format.md answers what somebody said last week', async () => {
  const docs = readFileSync(new URL('../../../docs/data-format.md', import.meta.url), 'utf8');
  const [, sql = ''] = /```sql\n([^`]*FROM statements[^`]*)```/.exec(docs) ?? [];
  expect(sql).toContain("'ada-brook'");
  await query.save(bridge, { ...bridge, name: 'old', publishedAt: daysAgo(9) });
  const rows = file.database.all(sql.trim().replace(/;$/, '').replace("'ada-brook'", "'ada-okonkwo'"));
  expect(rows.map(([, text, title]) => [text, title])).toEqual([['The bridge opens in May', 'Title of bridge']]);
});

test('Python reads the same from the file, with no code of ours', async () => {
  let python = 'python3';
  try {
    execFileSync(python, ['-c', 'import sqlite3'], { stdio: 'ignore' });
  } catch {
    python = '';
  }
  if (python === '') return;
  await query.save(bridge);
  const script = `import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute("SELECT ${COLUMNS} FROM statements ORDER BY id").fetchall()
print(json.dumps(rows))`;
  const out = execFileSync(python, ['-c', script, file.file], { encoding: 'utf8' });
  expect(JSON.parse(out)).toEqual(await exported());
});

test('no record has bytes but texts of articles, words of the index and entries of feeds', async () => {
  await query.save(bridge);
  await query.store.feeds.putEntries('harbour-post', { stored: ['0123456789ab'], rejected: [], settled: [] });
  const kinds = file.database.all('SELECT DISTINCT pk, sk FROM records WHERE bytes IS NOT NULL');
  expect(kinds.every(([pk, sk]) => /^(?:BODY#|ENTRIES)/.test(String(sk)) || /^WORDS#/.test(String(pk)))).toBe(true);
});
