import { afterEach, beforeEach, expect, test } from 'vitest';
import { BAKERY, FERRY, serveFeed } from '../lambda/pipeline/feed-server.ts';
import { dateline, type Ended, temporaryFolder } from '../support/cli.ts';

let data: { folder: string; remove: () => Promise<void> };
const run = (...words: string[]): Promise<Ended> =>
  dateline([...words, '--data', data.folder], { env: { DATELINE_ALLOW_HOSTS: '127.0.0.0/8' } });

beforeEach(async () => {
  data = await temporaryFolder();
});
afterEach(() => data.remove());

test('poll asks the feeds that are due, tells what each brought, and exits with 5 where one could not be read', async () => {
  const good = await serveFeed([FERRY, BAKERY]);
  const bad = await serveFeed([]);
  bad.answer = { status: 500 };
  await run('feeds', 'add', good.url);
  await run('feeds', 'add', bad.url, '--title', 'Broken');

  const first = await run('poll');
  expect(first.stderr).toContain(': 2 new items');
  expect(first.stderr).toContain('2 new items from 1 feed; 1 could not be read.');
  expect(first.stderr).toMatch(/Broken: could not be read: .*500/);
  expect(first.code).toBe(5);
  expect((await run('poll')).stderr).toContain('No feed is due');

  const again = await run('poll', good.url, '--json');
  expect(again.stderr).toContain('0 new items from 1 feed; 0 could not be read.');
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject([{ result: 'not-modified', document: null }]);
  good.numbered = true;
  const { stdout } = await run('poll', good.url, '--json');
  expect(JSON.parse(stdout)).toMatchObject([{ result: 'read', document: { newItems: 0, unchangedItems: 2 } }]);
  expect(JSON.parse((await run('feeds', 'log', 'Broken', '--json')).stdout)).toMatchObject([{ status: 'failing' }]);
  expect((await run('statements', '--speaker', 'brook', '--csv')).stdout).toContain('Ada Brook');
});

test('a private address is refused unless the operator allows it', async () => {
  const { url, asked } = await serveFeed([FERRY]);
  await run('feeds', 'add', url, '--unchecked');
  const { code, stderr } = await dateline(['poll', '--data', data.folder]);
  expect(code).toBe(6);
  expect(stderr).toContain('private');
  expect(asked).toEqual([]);
});

test('a host that wants to be left alone is told everywhere, until when and why, and may be asked once all the same', async () => {
  const busy = await serveFeed([FERRY]);
  busy.answer = { status: 429, headers: { 'Retry-After': '7200' } };
  const other = await serveFeed([BAKERY]);
  await run('feeds', 'add', busy.url, '--title', 'Busy', '--unchecked');
  await run('feeds', 'add', other.url, '--title', 'Other', '--unchecked');
  await run('poll', 'Busy');

  const told = /127\.0\.0\.1 wants to be left alone until \d{4}-\d\d-\d\d.*asks for fewer requests \(429\)/;
  const held = await run('poll', 'Other');
  expect(held.stderr).toMatch(told);
  expect(other.asked).toEqual([]);
  const [row] = JSON.parse((await run('feeds', 'list', '--q', 'Other', '--json')).stdout);
  expect(row.state.held).toMatchObject({ host: '127.0.0.1', reason: expect.stringContaining('429') });
  expect((await run('feeds', 'log', 'Other')).stderr).toMatch(told);
  expect((await run('feeds', 'log', 'Other')).stderr).toContain('--now-even-if-held');
  expect((await run('doctor')).stdout).toMatch(/warning +held-hosts +1 feeds wait for hosts.*127\.0\.0\.1 until .*429/);

  expect((await run('poll', 'Other', '--now-even-if-held')).stderr).toContain('Other: 1 new item');
  expect(JSON.parse((await run('feeds', 'list', '--q', 'Other', '--json')).stdout)[0].state.held).toBeUndefined();
});
