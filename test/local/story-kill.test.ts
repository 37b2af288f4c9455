import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import { collect } from '../../lambda/store/collect.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { temporaryFolder } from '../support/cli.ts';
import { ARTICLES, ingestArticle } from '../support/ferry-story.ts';
import { quietLog } from '../support/quiet-log.ts';

const DRIVER = new URL('story-kill-driver.ts', import.meta.url).pathname;
const log = quietLog();
/** In which articles come. */
const ORDERS = [
  ['wire', 'post', 'mail', 'echo', 'council'],
  ['council', 'echo', 'mail', 'post', 'wire'],
  ['mail', 'wire', 'echo', 'council', 'post'],
  ['echo', 'council', 'post', 'wire', 'mail'],
];
/** Between the writes that are struck in one order. */
const STEP = ORDERS.length * 12;
const AT_ONCE = 2;

const folders: { folder: string; remove: () => Promise<void> }[] = [];
afterEach(() => Promise.all(folders.splice(0).map(({ remove }) => remove())));

/** Ingests all in an order, in a process that is killed at that write; answers whether it was. */
async function isKilled(folder: string, order: readonly string[], fatal: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', DRIVER, folder, order.join(','), String(fatal)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the driver ended with ${code}`);
  return signal === 'SIGKILL';
}

/** Runs on to the end a day later, and answers the stories and sayings. */
async function settled(folder: string, order: readonly string[]) {
  let now = Date.parse('2026-03-04T12:00:00Z');
  const clock = { now: () => now };
  const embedded = openTableFile({ folder, log });
  try {
    const store = createStore({ table: embedded.table, clock });
    for (const outlet of order) await ingestArticle({ store, clock }, outlet);
    now += 60_000;
    await rollup({ store, clock, log });
    const items = (await collect(store.items.newest({}))).map(({ record }) => record);
    const statements = (await Promise.all(items.map(({ id }) => store.statements.ofItem(id)))).flat();
    const groups = [...new Set(items.flatMap(({ storyId }) => storyId ?? []))];
    const members = await Promise.all(groups.map((id) => store.stories.members('story', id)));
    return {
      items: items.map(({ id, storyId, duplicateOf }) => [id, storyId, duplicateOf]),
      statements: statements.map(({ id, sayingId }) => [id, sayingId]),
      members: members.flat().map(({ id, likeness }) => [id, likeness]),
    };
  } finally {
    await embedded.close();
  }
}

test.each(ORDERS.map((order, first) => [order.join(', '), order, first + 1] as const))(
  'stories are the same after a SIGKILL at a write, ingested in the order %s',
  { timeout: 600_000 },
  async (_, order, first) => {
    const open = async () => {
      const made = await temporaryFolder();
      folders.push(made);
      return made.folder;
    };
    const quiet = await settled(await open(), Object.keys(ARTICLES));
    expect(quiet.members).toHaveLength(4);
    let next = first;
    let struck = 0;
    const strike = async (): Promise<void> => {
      for (let killed = true; killed; ) {
        const fatal = next;
        next += STEP;
        const folder = await open();
        killed = await isKilled(folder, order, fatal);
        if (killed) struck += 1;
        expect(await settled(folder, order), `write ${fatal}`).toEqual(quiet);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, strike));
    expect(struck).toBeGreaterThan(1);
  },
);
