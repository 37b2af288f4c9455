import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../local/clock.ts';
import { openLocalStore } from '../../local/open-store.ts';
import { FERRY, serveFeed } from '../lambda/pipeline/feed-server.ts';
import { dateline, type Ended, temporaryFolder } from '../support/cli.ts';
import { quietLog } from '../support/quiet-log.ts';

async function folder() {
  const data = await temporaryFolder();
  onTestFinished(data.remove);
  const run = (...words: string[]): Promise<Ended> =>
    dateline([...words, '--data', data.folder], { env: { DATELINE_ALLOW_HOSTS: '127.0.0.0/8' } });
  return { ...data, run };
}

const levels = ({ stdout }: Ended): Record<string, string> =>
  Object.fromEntries(
    JSON.parse(stdout).findings.map(({ check, level }: { check: string; level: string }) => [check, level]),
  );

test('an empty store is told what to do first', async () => {
  const { run } = await folder();
  await run('keys', 'create', 'desk');
  const { code, stdout, stderr } = await run('doctor');
  expect(stdout).toMatch(/^Dateline \d+\.\d+\.\d+ on Node v20/);
  expect(stdout).toContain('`dateline feeds add ADDRESS` subscribes one');
  expect(stderr).toContain('2 things need attention');
  expect(code).toBe(7);
});

test('a store that is polled and counted is well; a broken feed, late polls and missing counts are not', async () => {
  const { run, folder: data } = await folder();
  const good = await serveFeed([{ ...FERRY, date: new Date().toUTCString() }]);
  await run('feeds', 'add', good.url, '--title', 'Gazette');
  await run('poll');
  expect(levels(await run('doctor', '--json'))).toMatchObject({ feeds: 'ok', polling: 'ok', counts: 'ok' });
  const well = await run('doctor');
  expect(well.stderr).toBe('All is well.\n');
  expect(well.code).toBe(0);

  const bad = await serveFeed([]);
  bad.answer = { status: 410 };
  await run('feeds', 'add', bad.url, '--title', 'Broken', '--unchecked');
  await run('poll', 'Broken');
  const again = await openLocalStore(data, systemClock, quietLog());
  for await (const { record } of again.store.feeds.list()) {
    const state = await again.store.feeds.state(record.id);
    if (record.title !== 'Gazette' || !state) continue;
    await again.store.feeds.saveState({ ...state, nextPollAt: '2026-01-01T00:00:00Z' }, state.nextPollAt);
  }
  const lease = await again.store.leases.acquire('rollup', { owner: 'test', milliseconds: 60_000 });
  if (!lease) throw new Error('the lease is held');
  const checkpoint = await again.store.rollups.open(lease);
  await checkpoint.save({ ...checkpoint.progress, countedThrough: '2026-01-01T00:00:00Z' });
  await lease.release();
  await again.close();
  const sick = await run('doctor');
  expect(sick.code).toBe(7);
  expect(sick.stdout).toMatch(/^PROBLEM +feeds +1 of 2 feeds can not be read: Broken gone for good since/m);
  expect(sick.stdout).toContain('`dateline feeds remove');
  expect(sick.stdout).toMatch(/^PROBLEM +polling +1 feeds are overdue/m);
  expect(sick.stdout).toMatch(/^PROBLEM +counts +Counts and the word index are \d+ days behind/m);
});

test('channels of saved searches that fail are named, those that are paused as a problem', async () => {
  const { run, folder: data } = await folder();
  await run('searches', 'add', 'Quay', '--slack', 'https://hooks.example/secret');
  expect(levels(await run('doctor', '--json'))).toMatchObject({ searches: 'ok' });
  const { store, close } = await openLocalStore(data, systemClock, quietLog());
  const lease = await store.leases.acquire('notify', { owner: 'test', milliseconds: 60_000 });
  if (!lease) throw new Error('somebody else notifies');
  const checkpoint = await store.deliveries.open(lease);
  for await (const { record } of store.savedSearches.list()) {
    const at = '2026-11-20T00:00:00Z';
    const health = {
      failingSince: at,
      failures: 9,
      nextTryAt: at,
      lastError: 'https://hooks.example answers 500',
      pausedAt: at,
    };
    await checkpoint.save({ ...checkpoint.progress, failing: { [record.channels[0]?.id ?? '']: health } });
  }
  await lease.release();
  await close();
  const told = await run('doctor');
  expect(told.stdout).toContain('Quay to slack: https://hooks.example answers 500');
  expect(told.stdout).not.toContain('secret');
  expect(levels(await run('doctor', '--json'))).toMatchObject({ searches: 'problem' });
});
