import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateline, temporaryFolder } from '../support/cli.ts';

const FEED = `<rss version="2.0"><channel><title>Quay News</title><item><guid>1</guid><title>The quay opens</title>
<link>https://quay.example/1</link><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>
<description>The quay will open on 27 November. “It is a good day for all of us here,” said Ada Brook. “We never gave up,” said Bo Lee.</description></item></channel></rss>`;

let data: { folder: string; remove: () => Promise<void> };
const run = (...words: string[]) => dateline([...words, '--data', data.folder]);
const ingest = () => dateline(['ingest', '-', '--data', data.folder], { input: FEED });
const rows = async (...words: string[]) => JSON.parse((await run(...words, '--json')).stdout);

beforeAll(async () => {
  data = await temporaryFolder();
  expect((await ingest()).code).toBe(0);
});
afterAll(() => data.remove());

test('an article that is taken down stays away, is listed with its reason, and can be restored', async () => {
  const [{ id }] = await rows('items');
  const noReason = await run('items', 'remove', id);
  expect([noReason.code, noReason.stderr]).toEqual([2, expect.stringContaining('--reason')]);

  const removed = await run('items', 'remove', id.slice(0, 8), '--reason', 'the publisher asks for it');
  expect([removed.code, removed.stderr]).toEqual([0, expect.stringContaining('Took down The quay opens.')]);
  expect((await ingest()).code).toBe(0);
  expect(await rows('items')).toEqual([]);
  expect(await rows('statements')).toEqual([]);
  const [removal] = await rows('removals');
  expect(removal).toMatchObject({ kind: 'item', id, reason: 'the publisher asks for it', by: 'local' });

  expect((await run('removals', 'restore', id.slice(0, 8))).stderr).toContain('Restored The quay opens.');
  expect((await rows('items')).map((item: { id: string }) => item.id)).toEqual([id]);
  expect(await rows('statements')).toHaveLength(2);
  expect((await run('items', 'remove', 'none', '--reason', 'x')).code).toBe(3);
});

test('a speaker who is erased stays away, and can be purged', async () => {
  const erased = await run('speakers', 'erase', 'Ada Brook', '--reason', 'she asks for it');
  expect([erased.code, erased.stderr]).toEqual([0, expect.stringContaining('Took down Ada Brook.')]);
  expect((await ingest()).code).toBe(0);
  const speakers = (await rows('statements')).map(({ speaker }: { speaker: { id: string } }) => speaker.id);
  expect(speakers).toEqual(['bo-lee']);
  expect((await run('removals')).stdout).toMatch(/speaker +ada-brook .*removed +Ada Brook +she asks for it/);
  expect((await run('removals', 'purge', 'ada-brook')).code).toBe(0);
  expect((await run('removals', 'restore', 'ada-brook')).code).toBe(4);
});
