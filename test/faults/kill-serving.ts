import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { feedOf } from '../../lambda/api/feeds/subscribe.ts';
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { dumpTable, expectedIndexes } from '../support/dump-table.ts';
import { comparable } from './comparable.ts';
import type { FaultFeeds } from './fault-feeds.ts';

const FEEDS = 20;
const KILLS = 4;
/** A process that has told nothing for so many milliseconds has nothing left to poll, and is stopped. */
const SILENCE = 15_000;
/** By then all that was polled has settled, and is counted. */
const LATER = 2 * 3_600_000;
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
const BIN = new URL('../../bin/dateline.js', import.meta.url).pathname;

/** A folder in which the feeds are subscribed. */
async function subscribed(feeds: FaultFeeds): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-serving-'));
  const embedded = openTableFile({ folder, log: QUIET });
  const clock = { now: () => Date.now() };
  const store = createStore({ table: embedded.table, clock });
  for (let feed = 0; feed < FEEDS; feed++) {
    feeds.edition.set(feed, 1);
    await store.feeds.put(feedOf({ url: feeds.urlOf(feed), title: `Gazette ${feed}`, fullText: 'never' }, clock));
  }
  await embedded.close();
  return folder;
}

/** Runs what `npm start` runs until it has told of so many polls, and kills it that long after; answers the polls. */
async function serveUntil(folder: string, polls: number, wait: number, signal: NodeJS.Signals): Promise<void> {
  const child = spawn(process.execPath, [BIN, 'serve', '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATELINE_ALLOW_HOSTS: '127.0.0.0/8' },
  });
  const exit = once(child, 'exit');
  const silent = setTimeout(() => child.kill(signal), SILENCE);
  let told = 0;
  await new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      silent.refresh();
      told += chunk.toString().match(/Gazette \d+: /g)?.length ?? 0;
      if (told >= polls) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => resolve());
  });
  await pause(wait);
  child.kill(signal);
  await exit;
  clearTimeout(silent);
}

/** A feed that was under way at two kills is put off by an hour, and tells why: it is polled now. Answers the feeds that are put off for another reason. */
async function pollPutOff(folder: string): Promise<string[]> {
  const embedded = openTableFile({ folder, log: QUIET });
  const { feeds } = createStore({ table: embedded.table, clock: { now: () => Date.now() } });
  const putOff: string[] = [];
  const odd: string[] = [];
  for await (const { record } of feeds.list()) {
    const { id } = record;
    const state = await feeds.state(id);
    if (state?.lastSuccessAt) continue;
    if (state?.lastError?.code === 'worker-stopped') putOff.push(id);
    else odd.push(`FEED#${id} is ${state?.status}: ${state?.lastError?.message}`);
  }
  await embedded.close();
  if (putOff.length === 0) return odd;
  const child = spawn(process.execPath, [BIN, 'poll', ...putOff, '--data', folder], {
    stdio: 'inherit',
    env: { ...process.env, DATELINE_ALLOW_HOSTS: '127.0.0.0/8' },
  });
  const [code] = await once(child, 'exit');
  return code === 0 ? odd : [...odd, `dateline poll ended with ${code}`];
}

/** All records, with everything counted: a process that was killed may not have come to it. */
async function recordsOf(folder: string) {
  const embedded = openTableFile({ folder, log: QUIET });
  const clock = { now: () => Date.now() + LATER };
  await rollup({ store: createStore({ table: embedded.table, clock }), clock, log: QUIET });
  const dump = await dumpTable(embedded.table, Buffer.from);
  await embedded.close();
  return dump;
}

/** Kills a serving process again and again while it polls, and compares with one that was left alone. */
export async function killServing({
  feeds,
  random,
  say,
}: {
  feeds: FaultFeeds;
  random: () => number;
  say: (line: string) => void;
}): Promise<string[]> {
  const [quiet, killed] = [await subscribed(feeds), await subscribed(feeds)];
  try {
    await serveUntil(quiet, FEEDS, 500, 'SIGTERM');
    for (let kill = 0; kill < KILLS; kill++) await serveUntil(killed, Math.min(kill, 1), random() * 150, 'SIGKILL');
    await serveUntil(killed, FEEDS, 0, 'SIGTERM');
    const unread = await pollPutOff(killed);
    const [expected, found] = [await recordsOf(quiet), await recordsOf(killed)];
    const [wanted, has] = [comparable(expected.table), comparable(found.table)];
    say(`npm start was killed ${KILLS} times; ${has.contents.size} records`);
    const indexes = expectedIndexes(found.table);
    return [
      ...unread,
      ...[...wanted.contents].flatMap(([key, content]) => (has.contents.get(key) === content ? [] : [key])),
      ...[...has.contents.keys()].filter((key) => !wanted.contents.has(key)),
      ...has.doubled,
      ...(isDeepStrictEqual(indexes, found.indexes) ? [] : ['the indexes are not those of the records']),
    ];
  } finally {
    await Promise.all([quiet, killed].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
