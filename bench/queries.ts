import { openToAll } from '../lambda/api/kernel/guard/authorise.ts';
import { slug } from '../lambda/common/fold.ts';
import { createApp } from '../lambda/web/create-app.ts';
import { openArchive } from './archive-store.ts';
import { indexCost } from './index-cost.ts';
import { inventedWord, speakerName } from './invented-archive.ts';

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };
const ROUNDS = 40;
const WARM = 5;

/** Addresses that are asked, each with a number that changes from round to round. */
const LISTS: Record<string, (round: number) => string> = {
  'statements, newest': () => '/v1/statements',
  'statements of a speaker': (n) => `/v1/statements?speaker=${encodeURIComponent(`"${slug(speakerName(n))}"`)}`,
  'statements of a feed': (n) => `/v1/statements?feed=feed-${n}`,
  'statements of a day': (n) => `/v1/statements?from=${day(n)}&to=${day(n)}`,
  'statements, direct, of ministers': (n) => `/v1/statements?to=${day(n)}&type=direct&role=minister`,
  'items, newest': () => '/v1/items',
  'items of a feed': (n) => `/v1/items?feed=feed-${n}`,
  'speakers by name': (n) => `/v1/speakers?q=${inventedWord(200 + n)}`,
  'speakers, ranked': (n) => `/v1/speakers?from=${day(n)}&to=${day(n + 6)}`,
  feeds: () => '/v1/feeds',
};

const SEARCHES: Record<string, (round: number) => string> = {
  'a frequent word': (n) => `q=${inventedWord(n % 20)}`,
  'a word of one in a thousand': (n) => `q=${inventedWord(1_000 + n)}`,
  'a rare word': (n) => `q=${inventedWord(25_000 + n)}`,
  'two words': (n) => `q=${inventedWord(n % 20)} ${inventedWord(300 + n)}`,
  'a phrase that stands nowhere': (n) => `q="${inventedWord(2_000 + n)} ${inventedWord(500 + n)}"`,
  'a beginning': (n) => `q=${inventedWord(100 + n).slice(0, 4)}`,
  'a word of a speaker': (n) => `q=${inventedWord(n % 20)}&speaker=${encodeURIComponent(`"${slug(speakerName(n))}"`)}`,
  'a word in a feed and a month': (n) => `q=${inventedWord(100 + n)}&feed=feed-${n}&from=${day(n)}&to=${day(n + 30)}`,
  'items by title': (n) => `q=${inventedWord(100 + n)}`,
};

const day = (number: number): string =>
  new Date(Date.parse('2025-11-01T00:00:00Z') + number * 6 * 86_400_000).toISOString().slice(0, 10);

/** Milliseconds of the endpoints of the HTTP API on the SQLite file, warm, at several sizes. */
export async function benchQueries(sizes: number[]): Promise<string> {
  return benchAddresses('each list', LISTS, sizes);
}

/** Milliseconds of searches for words on the SQLite file, warm, at several sizes. */
export async function benchSearch(sizes: number[]): Promise<string> {
  const addresses = Object.entries(SEARCHES).map(([name, query]): [string, (round: number) => string] => [
    name,
    (round) => `${name.startsWith('items') ? '/v1/items' : '/v1/statements'}?${query(round)}`,
  ]);
  const timed = await benchAddresses('each search', Object.fromEntries(addresses), sizes);
  return `${timed}\n\n${indexCost([500, 4_000])}`;
}

async function benchAddresses(
  title: string,
  addresses: Record<string, (round: number) => string>,
  sizes: number[],
): Promise<string> {
  const columns: Record<string, string[]> = Object.fromEntries(Object.keys(addresses).map((name) => [name, []]));
  for (const size of sizes) {
    const { store, clock, close } = await openArchive(size);
    const app = createApp({ store, clock, log: SILENT, authorise: openToAll, assets: { stylesheet: '', script: '' } });
    for (const [name, address] of Object.entries(addresses)) {
      const times: number[] = [];
      const processor: number[] = [];
      let rows = 0;
      for (let round = -WARM; round < ROUNDS; round++) {
        const began = performance.now();
        const used = process.cpuUsage();
        const response = await app.request(address(Math.abs(round)));
        const text = await response.text();
        if (response.status !== 200) throw new Error(`${address(round)}: ${response.status} ${text}`);
        if (round >= 0) {
          times.push(performance.now() - began);
          const { user, system } = process.cpuUsage(used);
          processor.push((user + system) / 1_000);
        }
        rows += JSON.parse(text).data.length;
      }
      for (const list of [times, processor]) list.sort((one, other) => one - other);
      const at = (share: number, list = times): string =>
        (list[Math.min(ROUNDS - 1, Math.floor(ROUNDS * share))] ?? 0).toFixed(0);
      columns[name]?.push(
        `${at(0.5)} / ${at(0.95)} / ${at(0.99)}`,
        `${at(0.5, processor)} / ${at(0.95, processor)}`,
        String(Math.round(rows / (ROUNDS + WARM))),
      );
    }
    await close();
  }
  const head = sizes.flatMap((size) => [`${size / 1000}k statements`, 'processor', 'rows']);
  const lines = Object.entries(columns).map(([name, cells]) => `| ${[name, ...cells].join(' | ')} |`);
  return [
    `| ${[`${title}, ms: p50 / p95 / p99; of processor time: p50 / p95`, ...head].join(' | ')} |`,
    `| ${['---', ...head.map(() => '---')].join(' | ')} |`,
    ...lines,
  ].join('\n');
}
