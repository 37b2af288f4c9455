import { join } from 'node:path';
import { eventually } from '../test/deploy/eventually.ts';
import { type Deployment, deployStack } from './deployment/deploy-stack.ts';
import { deploymentTable } from './deployment/deployment-table.ts';
import { expectNumbers } from './deployment/expect-numbers.ts';
import { listFeeds } from './deployment/list-feeds.ts';
import { makeAllDue } from './deployment/make-all-due.ts';
import { awaitRound, type Round } from './deployment/poll-round.ts';
import { readTicks } from './deployment/read-runs.ts';
import { requireTools } from './deployment/require-tools.ts';
import { ITEMS_A_FEED, type MachineFeeds, serveMachineFeeds } from './machine/machine-feeds.ts';

const FEEDS = 300;
/** What one tick sends, and one import takes. */
const MOST_FEEDS = 1_000;

const began = performance.now();
const say = (text: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);

/** Polls feeds of 30 whole articles through the stack on an emulator: new ones, unchanged ones, and with 3 % changed. */
export async function benchDeployment({ sizes }: { sizes?: string } = {}): Promise<string> {
  const count = Number(sizes ?? FEEDS);
  if (!Number.isInteger(count) || count < 1 || count > MOST_FEEDS) {
    throw new Error(`bench deployment takes one size, from 1 to ${MOST_FEEDS}, not ${sizes}`);
  }
  requireTools();
  const server = await serveMachineFeeds(Date.now());
  try {
    const deployment = await deployStack(say);
    try {
      return deploymentTable(await measure(count, server, deployment));
    } finally {
      deployment.close();
    }
  } finally {
    server.close();
  }
}

async function measure(count: number, server: MachineFeeds, deployment: Deployment): Promise<Round[]> {
  const { cloud, outputs, store, folder } = deployment;
  const opml = join(folder, 'feeds.opml');
  const feeds = await listFeeds(server, count, opml);
  await awaitTick(deployment);
  await cloud.operate(['feeds', 'import', '--private', opml, '--table', outputs.TableName]);
  const round = async (name: string, from: number, untilFirstItem = false): Promise<Round> => {
    say(`${name}: waiting for the tick, and for ${count} polls`);
    return awaitRound({ name, feeds, from, untilFirstItem }, deployment);
  };
  const fresh = await round(`${count} new`, Date.now(), true);
  expectNumbers(fresh.name, { polls: [fresh.polls.read, count], items: [fresh.items, count * ITEMS_A_FEED] });
  await expectStored(count * ITEMS_A_FEED, deployment);
  const unchanged = await round(`${count} unchanged (304)`, await makeAllDue(feeds, store));
  expectNumbers(unchanged.name, {
    'polls not modified': [unchanged.polls['not-modified'], count],
    items: [unchanged.items, 0],
  });
  server.change();
  const changed = server.changed(count);
  const some = await round(`${count}, 3 % changed`, await makeAllDue(feeds, store));
  // Each has an item that is new, and one that is edited.
  expectNumbers(some.name, {
    'polls read': [some.polls.read, changed],
    'polls not modified': [some.polls['not-modified'], count - changed],
    items: [some.items, 2 * changed],
  });
  await expectStored(count * ITEMS_A_FEED + changed, deployment);
  return [fresh, unchanged, some];
}

/** The first tick is over: the next one finds all feeds that are imported meanwhile. */
async function awaitTick({ cloud }: Deployment): Promise<void> {
  say('waiting for a tick, so that none comes during the import');
  const before = (await readTicks(cloud)).length;
  await eventually('a tick', 150, async () => (await readTicks(cloud)).length > before || undefined, 2_000);
}

async function expectStored(wanted: number, { store, cloud, outputs, key }: Deployment): Promise<void> {
  const stored = new Set<string>();
  for await (const { record } of store.items.newest({})) stored.add(record.id);
  const { body } = await cloud.api(outputs, '/v1/items?limit=50', key);
  const { data } = JSON.parse(body) as { data: unknown[] };
  expectNumbers('the table', {
    items: [stored.size, wanted],
    'items on the first page': [data.length, Math.min(50, wanted)],
  });
}
