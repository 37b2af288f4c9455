import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { serveFeed } from '../lambda/pipeline/feed-server.ts';
import { chance } from '../support/chance.ts';
import { temporaryFolder } from '../support/cli.ts';
import { dumpTable, expectedIndexes, type TableDump } from '../support/dump-table.ts';
import { generatedEntries } from '../support/generated-feed.ts';
import { quietLog } from '../support/quiet-log.ts';
import { withoutLeases } from '../support/without-leases.ts';

const DRIVER = new URL('kill-driver.ts', import.meta.url).pathname;
const ITEMS = 500;
const KILLS = 20;

const start = (folder: string, url: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', DRIVER, folder, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });

/** Runs to the end; answers the last line. */
async function runToTheEnd(folder: string, url: string): Promise<string> {
  const child = start(folder, url);
  let last = '';
  if (child.stdout) for await (const line of createInterface({ input: child.stdout })) last = line;
  return last;
}

/** Runs until a line fulfils `isPlace`, waits that long, kills; answers whether the process was still at work. */
async function runAndKill(
  folder: string,
  url: string,
  isPlace: (line: string) => boolean,
  wait: number,
): Promise<boolean> {
  const child = start(folder, url);
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  for await (const line of lines) if (isPlace(line)) break;
  await pause(wait);
  child.kill('SIGKILL');
  const [, signal] = (await exit) as [number | null, NodeJS.Signals | null];
  return signal === 'SIGKILL';
}

async function dump(folder: string): Promise<TableDump> {
  const embedded = openTableFile({ folder, log: quietLog() });
  try {
    return await dumpTable(embedded.table);
  } finally {
    await embedded.close();
  }
}

const folders: { folder: string; remove: () => Promise<void> }[] = [];
beforeAll(async () => {
  folders.push(await temporaryFolder(), await temporaryFolder());
});
afterAll(() => Promise.all(folders.map(({ remove }) => remove())));

test(`an ingest of ${ITEMS} items that is killed ${KILLS} times ends with the records of an undisturbed one`, async () => {
  const [undisturbed = '', killed = ''] = folders.map(({ folder }) => folder);
  const { url } = await serveFeed(generatedEntries(ITEMS));
  const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
  const random = chance(seed);
  expect(await runToTheEnd(undisturbed, url)).toBe('finished');

  let struck = 0;
  // A run that was done before its kill struck nothing: another one takes its place.
  for (let round = 0; struck < KILLS && round < 2 * KILLS; round++) {
    const place = (ITEMS * (round + random())) / (KILLS - 2);
    // Some rounds die while the store opens, late ones while days are counted.
    const isOpening = round % 7 === 3 || round >= KILLS;
    const isPlace = (line: string): boolean => {
      if (isOpening) return line === 'begun';
      return line === 'polled' || (line.startsWith('stored ') && Number(line.slice(7)) >= place);
    };
    if (await runAndKill(killed, url, isPlace, Math.floor(random() * (isOpening ? 300 : 40)))) struck += 1;
  }
  expect(await runToTheEnd(killed, url)).toBe('finished');

  const [expected, found] = [await dump(undisturbed), await dump(killed)];
  const hint = `with KILL_SEED=${seed}`;
  expect(struck, hint).toBe(KILLS);
  expect(found.table.length, hint).toBe(expected.table.length);
  const [quiet, disturbed] = [withoutLeases(expected.table), withoutLeases(found.table)];
  const differing = disturbed.filter((record, index) => !isDeepStrictEqual(record, quiet[index]));
  expect(differing.slice(0, 3), hint).toEqual([]);
  expect(isDeepStrictEqual(found.indexes, expected.indexes), `indexes ${hint}`).toBe(true);
  expect(isDeepStrictEqual(found.indexes, expectedIndexes(found.table)), `indexes and records ${hint}`).toBe(true);
  expect(found.table.filter(({ sk }) => sk === 'META').length).toBeGreaterThan(ITEMS);
}, 180_000);
