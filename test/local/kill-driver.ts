// Polls one feed into the store of a folder, with a clock that stands still, and counts: what the kill test kills.
// node --import tsx kill-driver.ts FOLDER FEED_URL

import { feedOf } from '../../lambda/api/feeds/subscribe.ts';
import { hostOf } from '../../lambda/common/host.ts';
import { rollup } from '../../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import { createPoller } from '../../local/poller.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import { quietLog } from '../support/quiet-log.ts';

const [folder = '', url = ''] = process.argv.slice(2);
const clock = { now: () => Date.parse('2026-05-01T12:00:00Z') };
const say = (line: string) => void process.stdout.write(`${line}\n`);

say('begun');
const log = quietLog();
const embedded = openTableFile({ folder, log });
const store = createStore({ table: embedded.table, clock });
const feed = feedOf({ url, title: 'Generated' }, clock);
if (!(await store.feeds.get(feed.id))) await store.feeds.put(feed);
const nextPollAt = (await store.feeds.state(feed.id))?.nextPollAt ?? null;
if (nextPollAt !== null && Date.parse(nextPollAt) <= clock.now()) {
  const settings = { retentionDays: 0, contact: null, allowHosts: ['127.0.0.0/8'] };
  const poller = createPoller({ store, clock, log, settings, jitter: () => 0.5 });
  const message = { kind: 'feed' as const, feedId: feed.id, nextPollAt, host: hostOf(url) };
  const report = await poller.poll(message, { onProgress: (done) => say(`stored ${done}`) });
  if (report.result !== 'read') throw new Error(JSON.stringify(report));
  poller.close();
}
say('polled');
// The clock stands still, so that the lease of a killed run would never end: it ends here, and the run takes over.
const lease = { pk: 'JOB#rollup', sk: 'LEASE' };
await embedded.table.update(lease, { set: { expiresAt: '2026-05-01T12:00:00Z' } }, { exists: true });
await rollup({ store, clock, log });
await embedded.close();
say('finished');
