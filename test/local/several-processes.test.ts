import { afterEach, beforeEach, expect, test } from 'vitest';
import { FERRY, serveFeed } from '../lambda/pipeline/feed-server.ts';
import { dateline, datelineProcess, type ServeProcess, startServe, temporaryFolder } from '../support/cli.ts';

const SAMPLE = new URL('../../samples/sample-feed.xml', import.meta.url).pathname;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const ALLOWED = { DATELINE_ALLOW_HOSTS: '127.0.0.0/8' };

let data: { folder: string; remove: () => Promise<void> };
const serving: ServeProcess[] = [];
beforeEach(async () => {
  data = await temporaryFolder();
});
afterEach(async () => {
  for (const one of serving.splice(0)) await one.stop('SIGKILL');
  await data.remove();
});

const run = (...words: string[]) => datelineProcess([...words, '--data', data.folder], { env: ALLOWED });
const ingest = (n: number) => run('ingest', SAMPLE, '--feed-url', `https://gazette-${n}.example/feed.xml`);
const failures = (ended: { code: number | null; stderr: string }[]) =>
  ended.filter(({ code }) => code !== 0).map(({ stderr }) => stderr);

test(`three commands at once on one folder all succeed, ${ROUNDS} rounds from an empty one on`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    expect(failures(await Promise.all([ingest(round), ingest(round + 100), ingest(round + 200)]))).toEqual([]);
  }
  const { stdout } = await run('feeds', 'list', '--json');
  expect(JSON.parse(stdout).data ?? JSON.parse(stdout)).toHaveLength(3 * ROUNDS);
}, 240_000);

test(`two commands beside a server that is running all succeed, ${ROUNDS} rounds`, async () => {
  serving.push(await startServe(data.folder, ['--no-poll'], ALLOWED));
  for (let round = 0; round < ROUNDS; round++) {
    expect(failures(await Promise.all([ingest(round), run('items', '--limit', '1')]))).toEqual([]);
  }
  const answer = await fetch(`${serving[0]?.url}v1/feeds?limit=100`);
  expect(((await answer.json()) as { data: unknown[] }).data.length).toBeGreaterThanOrEqual(ROUNDS);
  const backup = await run('backup', `${data.folder}/copy.sqlite`);
  expect(backup).toMatchObject({ code: 0, stderr: expect.stringContaining('records copied') });
}, 240_000);

test('of two servers on one folder one polls each feed once, and the other takes over when that one ends', async () => {
  const feeds = await Promise.all([1, 2, 3].map(() => serveFeed([FERRY])));
  for (const { url } of feeds) await dateline(['feeds', 'add', url, '--data', data.folder]);
  const [first, second] = await Promise.all([
    startServe(data.folder, [], ALLOWED),
    startServe(data.folder, [], ALLOWED),
  ]);
  serving.push(first, second);
  const isOther = ({ stderr }: ServeProcess): boolean => stderr().includes('are polled by process');
  await expect.poll(() => [first, second].some(isOther), { timeout: 20_000 }).toBe(true);
  const other = [first, second].find(isOther);
  const polling = other === first ? second : first;
  await polling.printed('in the background');
  for (const { asked } of feeds) await expect.poll(() => asked.length, { timeout: 20_000 }).toBe(1);
  const answer = await fetch(`${other?.url}v1/feeds`);
  expect(answer.status).toBe(200);
  await polling.stop('SIGKILL');
  const { hold } = await leaseOf();
  expect(await hold()).toBeNull();
  expect(feeds.map(({ asked }) => asked.length)).toEqual([1, 1, 1]);

  /** As the other server does within a minute: the holder is dead, so that nobody waits for its lease to end. */
  async function leaseOf() {
    const { openLocalStore } = await import('../../local/open-store.ts');
    const { createPollLease } = await import('../../local/poll-lease.ts');
    const { systemClock } = await import('../../local/clock.ts');
    const { quietLog } = await import('../support/quiet-log.ts');
    const { table } = await openLocalStore(data.folder, systemClock, quietLog());
    return createPollLease(table, systemClock);
  }
}, 120_000);
