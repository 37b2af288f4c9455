import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateline, type Ended, temporaryFolder } from '../support/cli.ts';

let data: { folder: string; remove: () => Promise<void> };
const run = (...words: string[]): Promise<Ended> =>
  dateline(['searches', ...words, '--data', join(data.folder, 'store')]);
beforeAll(async () => {
  data = await temporaryFolder();
});
afterAll(() => data.remove());

test('a search is saved with its filters, listed, paused, resumed and removed', async () => {
  const made = await run('add', 'Harbour', '--q', 'harbour', '--min-confidence', '0.8', '--json');
  expect(JSON.parse(made.stdout).search).toMatchObject({
    name: 'Harbour',
    filters: { q: 'harbour', minConfidence: '0.8' },
    channels: [],
  });
  expect((await run('list')).stdout).toMatch(
    /Harbour +min-confidence: 0.8, q: harbour|Harbour +q: harbour, min-confidence: 0.8/,
  );
  expect((await run('pause', 'harbour')).stdout).toContain('state     paused');
  expect((await run('show', 'Harbour')).stdout).toContain('state     paused');
  expect((await run('resume', 'Harbour')).stdout).toContain('state     active');
  expect((await run('remove', 'Harbour')).stdout).toBe('Removed Harbour.\n');
  expect(await run('show', 'Harbour')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('no search is "Harbour"'),
  });
});

test('a feed address is shown once, and renewed', async () => {
  const { stdout } = await run('add', 'Quay', '--q', 'quay', '--feed-address');
  const address = /\/v1\/searches\/\w+\/feed\?token=[\w-]{43}/;
  expect(stdout).toMatch(address);
  expect((await run('show', 'Quay')).stdout).not.toMatch(address);
  const renewed = await run('renew', 'Quay');
  expect(renewed.stdout).toMatch(address);
  expect(address.exec(renewed.stdout)?.[0]).not.toBe(address.exec(stdout)?.[0]);
});

test('what is not right is told by the names of options', async () => {
  await run('add', 'Twice');
  expect(await run('add', 'Twice')).toMatchObject({ code: 2, stderr: expect.stringContaining('"Twice" already') });
  const wrong = await run('add', 'Sure', '--min-confidence', '7');
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('give a number from 0 to 1') });
});
