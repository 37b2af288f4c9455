// Serves a data folder as `dateline serve` does, at a moment of its own, until so many feeds are polled and counted; then tells what that took.
// node --import tsx machine-process.ts FOLDER NOW FEEDS

import { feedOf } from '../../lambda/api/feeds/subscribe.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import { limitHeapGrowth } from '../../local/limit-heap-growth.ts';
import { serve } from '../../local/serve.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { peakMegabytes } from '../../test/support/peak-memory.ts';

function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

limitHeapGrowth();
const [folder = '', start = '', count = '', ...urls] = process.argv.slice(2);
const began = Date.now();
const clock = { now: () => Number(start) + Date.now() - began };
let onCounted = (): void => undefined;
const log = {
  info(message: string) {
    if (message.startsWith('days are counted')) onCounted();
  },
  warn: () => {},
  error: (message: string, more?: object) => console.error(message, more),
};
const tell = (figures: object) => void process.stdout.write(`${JSON.stringify(figures)}\n`);

if (urls.length > 0) {
  const { table, close } = openTableFile({ folder, log });
  const store = createStore({ table, clock });
  const [pattern = ''] = urls;
  for (let feed = 0; feed < Number(count); feed++) {
    const url = pattern.replace('ADDRESS', `127.${1 + (feed >> 16)}.${(feed >> 8) & 255}.${feed & 255}`);
    await store.feeds.put(feedOf({ url, title: `Paper ${feed}` }, clock));
  }
  await close();
  tell({ subscribed: Number(count) });
  process.exit();
}

let [polled, items, changed, failed] = [0, 0, 0, 0];
let done = (): void => undefined;
const all = new Promise<void>((resolve) => {
  done = resolve;
});
const settings = { retentionDays: 0, contact: null, allowHosts: ['127.0.0.0/8'] };
const serving = await serve({
  ...{ folder, port: 0, host: '127.0.0.1', publicUrl: null, poll: true, settings, clock, log },
  onPoll(_title, line) {
    polled++;
    items += Number(/(\d+) new item/.exec(line)?.[1] ?? 0);
    changed += Number(/(\d+) changed/.exec(line)?.[1] ?? 0);
    if (/could not|failed|error/i.test(line)) failed++;
    if (polled === Number(count)) done();
  },
});
const before = process.cpuUsage();
const served = Date.now();
await all;
const seconds = (Date.now() - served) / 1000;
const processorSeconds = processorTime(before);
await new Promise<void>((resolve) => {
  onCounted = resolve;
});
const countedAfter = (Date.now() - served) / 1000 - seconds;
const page = await fetch(`${serving.url}v1/statements?limit=50`);
const shown = ((await page.json()) as { data: unknown[] }).data.length;
await serving.stop();
const peak = peakMegabytes();
tell({ seconds, countedAfter, polled, items, changed, failed, shown, processorSeconds, peakMegabytes: peak });
