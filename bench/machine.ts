import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ITEMS_A_FEED, type MachineFeeds, serveMachineFeeds } from './machine/machine-feeds.ts';

const SIZES = [100, 300, 1000];
const FULL_SIZES = [3000, 10_000];
/** Longer than the longest wait between two polls. */
const LATER = 30 * 3_600_000;
/** Longer than subscribing takes: the feeds are due from the moment at which they were subscribed. */
const SOON = 10 * 60_000;
const PROCESS = new URL('./machine/machine-process.ts', import.meta.url).pathname;

/** What one round of polls took; see machine-process.ts. */
interface Round {
  seconds: number;
  /** Seconds that counting the days went on afterwards. */
  countedAfter: number;
  polled: number;
  items: number;
  changed: number;
  failed: number;
  /** Statements on the first page of the API. */
  shown: number;
  processorSeconds: number;
  peakMegabytes: number;
}

/** One number of feeds: three rounds of polls, and what is on disk after them. */
export interface MachineFigures {
  feeds: number;
  fresh: Round;
  unchanged: Round;
  someChanged: Round;
  diskMegabytes: number;
}

async function run<Answer>(...args: (string | number)[]): Promise<Answer> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROCESS, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  const said = await text(child.stdout);
  const line = said.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`the process told nothing: ${said.slice(0, 500)}`);
  return JSON.parse(line) as Answer;
}

async function megabytesOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

function check(round: Round, wanted: Partial<Round>, name: string): void {
  for (const [field, value] of Object.entries(wanted)) {
    const found = round[field as keyof Round];
    if (found !== value) throw new Error(`${name}: ${field} is ${found}, and should be ${value}`);
  }
}

async function measure(feeds: number, server: MachineFeeds, now: number): Promise<MachineFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    await run(folder, now, feeds, server.urlOf(0).replace(/127\.[\d.]+/, 'ADDRESS'));
    const fresh = await run<Round>(folder, now + SOON, feeds);
    check(fresh, { polled: feeds, items: feeds * ITEMS_A_FEED, failed: 0, shown: 50 }, 'new feeds');
    const unchanged = await run<Round>(folder, now + LATER, feeds);
    check(unchanged, { polled: feeds, items: 0, changed: 0, failed: 0 }, 'unchanged feeds');
    server.change();
    const someChanged = await run<Round>(folder, now + 2 * LATER, feeds);
    const changed = server.changed(feeds);
    check(someChanged, { polled: feeds, items: changed, changed, failed: 0 }, 'changed feeds');
    return { feeds, fresh, unchanged, someChanged, diskMegabytes: await megabytesOf(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Polls so many feeds of 30 whole articles as `dateline serve` does: new ones, unchanged ones, and with 3 % changed. */
export async function measureMachine({
  full = false,
  sizes,
}: {
  full?: boolean;
  sizes?: number[];
} = {}): Promise<MachineFigures[]> {
  const figures: MachineFigures[] = [];
  for (const feeds of sizes ?? [...SIZES, ...(full ? FULL_SIZES : [])]) {
    const now = Date.now();
    const server = await serveMachineFeeds(now);
    try {
      figures.push(await measure(feeds, server, now));
    } finally {
      server.close();
    }
  }
  return figures;
}

/** Measures, and answers a table. */
export async function benchMachine(options: { full?: boolean; sizes?: string } = {}): Promise<string> {
  const { full = false, sizes } = options;
  return machineTable(await measureMachine({ full, ...(sizes ? { sizes: sizes.split(',').map(Number) } : {}) }));
}

const HEAD = [
  '| feeds of 30 items | new items/s | ms of processor an item | unchanged feeds/s | 3 % changed, feeds/s | counted after, s | peak MB: new, unchanged | on disk, KB an item |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
];

/** The figures as a Markdown table. */
export function machineTable(figures: MachineFigures[]): string {
  const rows = figures.map(({ feeds, fresh, unchanged, someChanged, diskMegabytes }) => {
    const cells = [
      feeds,
      (fresh.items / fresh.seconds).toFixed(0),
      ((fresh.processorSeconds * 1000) / fresh.items).toFixed(1),
      (feeds / unchanged.seconds).toFixed(0),
      (feeds / someChanged.seconds).toFixed(0),
      fresh.countedAfter.toFixed(1),
      `${fresh.peakMegabytes.toFixed(0)}, ${unchanged.peakMegabytes.toFixed(0)}`,
      ((diskMegabytes * 1000) / fresh.items).toFixed(1),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [...HEAD, ...rows].join('\n');
}
