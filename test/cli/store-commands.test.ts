import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { dateline, type Ended, temporaryFolder } from '../support/cli.ts';
import { dumpTable, type TableDump } from '../support/dump-table.ts';
import { quietLog } from '../support/quiet-log.ts';
import { withoutLeases } from '../support/without-leases.ts';

const SAMPLE = new URL('../../samples/sample-feed.xml', import.meta.url).pathname;
const ADDRESS = 'https://samples.dateline.example/feed.xml';

let data: { folder: string; remove: () => Promise<void> };
let first: Ended;
const run = (...words: string[]): Promise<Ended> => dateline([...words, '--data', join(data.folder, 'store')]);
const rows = async (...words: string[]) => JSON.parse((await run(...words, '--json')).stdout);

async function dump(): Promise<TableDump> {
  const embedded = openTableFile({ folder: join(data.folder, 'store'), log: quietLog() });
  try {
    const { table, indexes } = await dumpTable(embedded.table);
    // Each ingest counts, under a lease of its own.
    return { table: withoutLeases(table), indexes };
  } finally {
    await embedded.close();
  }
}

beforeAll(async () => {
  data = await temporaryFolder();
  first = await run('ingest', SAMPLE, '--feed-url', ADDRESS);
});
afterAll(() => data.remove());

describe('ingest', () => {
  test('stores the items of a file, and nothing at the second time', async () => {
    expect(first.stderr).toContain('17 new, 0 changed, 0 unchanged');
    expect(first.code).toBe(0);
    const before = await dump();
    const again = await run('ingest', SAMPLE, '--feed-url', ADDRESS, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ newItems: 0, changedItems: 0, unchangedItems: 17, rejected: [] });
    expect(await dump()).toEqual(before);
  });

  test.each([
    ['nothing.xml', null, 'there is no such file'],
    ['empty.xml', '', 'no content'],
    ['page.html', '<html><body>Hello</body></html>', 'not a feed'],
  ])('%s is told, and stores nothing', async (name, content, reason) => {
    const file = join(data.folder, name);
    if (content !== null) await writeFile(file, content);
    const { code, stderr } = await run('ingest', file);
    expect(code).toBe(4);
    expect(stderr).toContain(name);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('    at ');
    expect(await rows('feeds', 'list')).toHaveLength(1);
  });
});

describe('queries', () => {
  test('statements of a speaker, in every form', async () => {
    const words = ['statements', '--speaker', 'varkanen', '--from', '2026-11-01', '--limit', '0'];
    const found = await rows(...words);
    expect(found.length).toBeGreaterThan(2);
    for (const { speaker } of found) expect(speaker.name).toBe('Odette Varkanen');
    const lines = (await run(...words, '--ndjson')).stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(found);
    const csv = (await run(...words, '--csv')).stdout.trim().split('\r\n');
    expect(csv[0]).toMatch(/^id,itemId,sortAt/);
    expect(csv).toHaveLength(found.length + 1);
    const table = await run(...words);
    expect(table.stdout).toMatch(/^ID +WHEN +SPEAKER +ROLE +STATEMENT\n/);
    expect(table.stdout).not.toContain('\u001b');
  });

  test('filters and the limit hold, and what is left out is told', async () => {
    const { stdout, stderr } = await run(
      'statements',
      '--type',
      'direct',
      '--min-confidence',
      '0.5',
      '--limit',
      '2',
      '--ndjson',
    );
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('--limit 0 all');
    expect(await rows('statements', '--role', 'governor', '--q', 'coat')).toHaveLength(1);
    const all = await rows('items', '--limit', '0');
    const copies = await rows('items', '--limit', '0', '--include-duplicates', '--feed', ADDRESS);
    expect([all.length, copies.length]).toEqual([16, 17]);
  });

  test('coming dates stand from the next one on', async () => {
    const days = (await rows('dates', '--from', '2026-12-01', '--limit', '0')).map(
      ({ date }: { date: string }) => date,
    );
    expect(days.length).toBeGreaterThan(15);
    expect(days).toEqual(days.toSorted());
    expect(days.at(-1)! > '2028').toBe(true);
  });

  test('speakers are found by a word of their name', async () => {
    expect((await rows('speakers', '--from', '2026-11-01', '--to', '2026-11-30', '--limit', '3')).length).toBe(3);
    expect(await rows('speakers', '--q', 'solheim')).toMatchObject([{ id: 'margit-solheim', kind: 'person' }]);
    const { code, stdout, stderr } = await run('speakers', '--q', 'nobody');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('No speakers found');
  });

  test('a data folder that is a file is told', async () => {
    const { code, stderr } = await dateline(['items', '--data', SAMPLE]);
    expect(stderr).toContain("sample-feed.xml can't be used: it is a file");
    expect(code).toBe(6);
  });

  test.each([
    [['statements', '--min-confidence', '7'], 2, '--min-confidence: give a number from 0 to 1'],
    [['statements', '--from', 'someday'], 2, '--from: give a day'],
    [['statements', '--feed', 'nowhere'], 3, 'no feed is "nowhere"'],
    [['show', 'nothing'], 3, 'nothing has an id'],
  ])('%j is told with the way on', async (words, exit, told) => {
    const { code, stdout, stderr } = await run(...words);
    expect(stderr).toContain(told);
    expect([code, stdout]).toEqual([exit, '']);
  });
});

describe('story', () => {
  test('the articles of a story, by the beginning of the id of one of them', async () => {
    const items = await rows('items', '--limit', '0', '--include-duplicates');
    const copy = items.find(({ duplicateOf }: { duplicateOf: string | null }) => duplicateOf !== null);
    const found = await rows('story', copy.id.slice(0, 10));
    expect(found).toMatchObject([
      { itemId: copy.duplicateOf, kind: 'original' },
      { itemId: copy.id, kind: 'copy', duplicateOf: copy.duplicateOf },
    ]);
    expect((await run('story', copy.id)).stdout).toMatch(/^ID +PUBLISHED +KIND +OUTLET +TITLE\n/);
  });

  test.each(['nothing', 'margit-solheim'])('%s is no item', async (id) => {
    const { code, stderr } = await run('story', id);
    expect(stderr).toContain(`no item is "${id}"`);
    expect(code).toBe(3);
  });
});

describe('show', () => {
  test('each kind of record, by a beginning of its id', async () => {
    const [statement] = await rows('statements', '--speaker', 'rosenfalk', '--limit', '1');
    const [feed] = await rows('feeds', 'list');
    expect((await run('show', statement.id.slice(0, 8))).stdout).toContain('Annika Rosenfalk (annika-rosenfalk)');
    expect((await run('show', statement.itemId.slice(0, 8), '--text')).stdout).toContain(
      'left its main rate unchanged',
    );
    expect((await run('show', 'annika-rosen')).stdout).toContain('Annika Rosenfalk');
    expect((await run('show', feed.id.slice(0, 6))).stdout).toContain(ADDRESS);
    const { stdout } = await run('show', statement.itemId, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'item', id: statement.itemId });
  });
});

describe('speakers', () => {
  const speakers = ['margit-solheim', 'odette-varkanen'] as const;
  const said = async (speaker: string) => (await rows('statements', '--speaker', speaker, '--limit', '0')).length;

  test('are merged and split by id or whole name, and what is refused is told', async () => {
    const [one, other] = [await said(speakers[0]), await said(speakers[1])];
    const merged = await run('speakers', 'merge', 'Margit Solheim', speakers[1]);
    expect(merged.stderr).toContain('Merged Margit Solheim into Odette Varkanen');
    expect([merged.code, merged.stdout]).toEqual([0, '']);
    expect(await said(speakers[0])).toBe(one + other);
    expect(await said(speakers[1])).toBe(one + other);
    const { stdout } = await run('show', speakers[0]);
    expect(stdout).toMatch(/^Odette Varkanen\n/);
    expect(stdout).toContain('margit-solheim is merged into odette-varkanen');
    const circle = await run('speakers', 'merge', speakers[1], speakers[0]);
    expect([circle.code, circle.stderr]).toEqual([2, expect.stringContaining('is itself merged')]);
    expect((await run('speakers', 'split', speakers[0])).stderr).toContain(
      'Split Margit Solheim off from odette-varkanen',
    );
    expect(await said(speakers[0])).toBe(one);
    expect((await run('speakers', 'split', speakers[0])).code).toBe(2);
    const unknown = await run('speakers', 'merge', 'solheim', speakers[1]);
    expect([unknown.code, unknown.stderr]).toEqual([3, expect.stringMatching(/Perhaps[\s\S]*Margit Solheim/)]);
  });

  test('variants of a spelling are proposed, and nothing is changed', async () => {
    const before = await dump();
    const { code, stdout, stderr } = await run('speakers', 'variants', '--from', '2026-11-01', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([0, []]);
    expect(stderr).toContain('No variants found');
    expect(await dump()).toEqual(before);
    expect((await run('speakers', 'variants', '--from', 'someday')).stderr).toContain('--from: give a day');
  });
});

describe('keys', () => {
  test('are made, listed without themselves, and revoked', async () => {
    const made = JSON.parse((await run('keys', 'create', 'newsroom', '--expires', '90d', '--json')).stdout);
    expect(made.key).toMatch(/^dl_[\w-]{43}$/);
    expect((await run('keys', 'create', 'newsroom')).code).toBe(2);
    const listed = await run('keys', 'list', '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject([{ name: 'newsroom', scope: 'read', sha256: made.sha256 }]);
    expect(listed.stdout).not.toContain(made.key);
    expect((await run('keys', 'revoke', 'newsroom')).code).toBe(0);
    expect((await run('keys', 'revoke', 'newsroom')).code).toBe(3);
    expect(await rows('keys', 'list')).toEqual([]);
  });
});

describe('feeds', () => {
  test('go out as OPML and come in again as they were, once', async () => {
    const opml = new URL('../../samples/feeds.opml', import.meta.url).pathname;
    expect((await run('feeds', 'import', opml)).stderr).toContain('10 feeds subscribed, 0 known before, 0 refused');
    expect((await run('feeds', 'import', opml)).stderr).toContain('0 feeds subscribed, 10 known before, 0 refused');
    const { stdout } = await run('feeds', 'export');
    const file = join(data.folder, 'out.opml');
    await writeFile(file, stdout);
    const elsewhere = ['--data', join(data.folder, 'other')];
    expect((await dateline(['feeds', 'import', file, ...elsewhere])).code).toBe(0);
    expect((await dateline(['feeds', 'export', ...elsewhere])).stdout).toBe(stdout);
    expect(stdout).toContain(await readFile(opml, 'utf8').then((text) => /xmlUrl="([^"]+)"/.exec(text)?.[0]));
  });

  test('a bad address is refused by name, the others are subscribed', async () => {
    const file = join(data.folder, 'mixed.opml');
    await writeFile(
      file,
      '<opml><body><outline xmlUrl="ftp://old.example/f"/><outline xmlUrl="https://fine.example/f"/></body></opml>',
    );
    const { code, stderr } = await run('feeds', 'import', file);
    expect(code).toBe(5);
    expect(stderr).toContain('"ftp://old.example/f"');
    expect(stderr).toContain('1 feeds subscribed');
    expect((await run('feeds', 'add', 'not an address')).code).toBe(4);
  });

  test('are added, paused and removed with all that came from them', async () => {
    const added = await run('feeds', 'add', 'https://fine.example/g', '--title', 'Fine', '--folder', 'A/B', '--paused');
    expect(added.stdout).toMatch(/^[A-Za-z][A-Za-z0-9]{15} {2}Fine\n$/);
    expect(await rows('feeds', 'list', '--status', 'paused')).toHaveLength(2);
    expect((await run('poll', 'Fine')).stderr).toContain('is paused');

    const set = await run(
      'feeds',
      'set',
      'Fine',
      '--resume',
      '--tag',
      'ports',
      '--tag',
      'ships',
      '--full-text',
      'never',
    );
    expect(set.stderr).toBe('Fine, in A/B, tagged ports, ships: polled when it is due; full text never.\n');
    expect((await run('feeds', 'set', 'Fine', '--pause', '--folder', '', '--tag', '')).stderr).toBe(
      'Fine: paused: it is not polled; full text never.\n',
    );
    for (const [words, reason] of [
      [[], 'give one of'],
      [['--full-text', 'often'], 'fullText'],
      [['--title', ' '], 'title: must not be empty'],
    ] as const) {
      const refused = await run('feeds', 'set', 'Fine', ...words);
      expect(refused.stderr).toContain(reason);
      expect(refused.code).toBe(2);
    }
    expect((await run('feeds', 'remove', 'Fine')).code).toBe(0);
    expect((await run('feeds', 'remove', 'Fine')).code).toBe(3);
    const purged = await run('feeds', 'remove', ADDRESS, '--purge');
    expect(purged.stderr).toContain('and 17 items');
    expect(await rows('statements')).toEqual([]);
  });
});
