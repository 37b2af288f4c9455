import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateline, type Ended, temporaryFolder } from '../support/cli.ts';

const SAMPLE = new URL('../../samples/sample-feed.xml', import.meta.url).pathname;

let data: { folder: string; remove: () => Promise<void> };
const run = (...words: string[]): Promise<Ended> => dateline(['reprocess', ...words, '--data', data.folder]);

beforeAll(async () => {
  data = await temporaryFolder();
  await dateline(['ingest', SAMPLE, '--data', data.folder]);
});
afterAll(() => data.remove());

test('tells what was read again and what changed, for people and as JSON', async () => {
  expect((await run()).stderr).toContain('the present rules have read all of these items; --all');
  expect((await run('--all', '--dry-run')).stderr).toContain('17 items read again, 0 would change: 0 statements more');
  const { code, stdout } = await run('--all', '--since', '52w', '--json');
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    expect.objectContaining({ items: 17, changedItems: 0, rejected: [] }),
  ]);
});

test.each([
  [['--from', 'someday'], 2, '--from: give a day'],
  [['--from', '2026-02-01', '--to', '2026-01-01'], 2, '--to: must lie after --from'],
  [['--feed', 'nowhere'], 3, 'no feed is "nowhere"'],
])('%j is told', async (words, code, told) => {
  const ended = await run(...words);
  expect(ended.stderr).toContain(told);
  expect(ended.code).toBe(code);
});
