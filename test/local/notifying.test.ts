import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { addSearch } from '../../lambda/api/searches/save-search.ts';
import { toInstant } from '../../lambda/model/instant.ts';
import { systemClock } from '../../local/clock.ts';
import { startNotifying } from '../../local/notifying.ts';
import { openLocalStore } from '../../local/open-store.ts';
import { startReceiver } from '../lambda/pipeline/notify/receiver.ts';
import { bundle } from '../support/articles.ts';
import { temporaryFolder } from '../support/cli.ts';
import { quietLog } from '../support/quiet-log.ts';

test('a machine tells what a search finds, by itself, and stops when it is asked to', async () => {
  const data = await temporaryFolder();
  onTestFinished(data.remove);
  const receiver = await startReceiver();
  onTestFinished(receiver.close);
  const { store, close } = await openLocalStore(data.folder, systemClock, quietLog());
  const request = { name: 'Quay', filters: { q: 'quay' }, channels: [{ kind: 'webhook' as const, url: receiver.url }] };
  await addSearch({ ...request, paused: false }, 'test', { store, clock: systemClock });
  const settings = { retentionDays: 0, contact: null, allowHosts: [receiver.place] };
  const notifying = startNotifying({ store, clock: systemClock, log: quietLog(), settings, period: 60 });
  const storedAt = toInstant(systemClock.now());
  await store.items.save(bundle({ name: 'harbour', storedAt, statements: [{ text: 'The quay is safe' }] }));
  while (receiver.received.length === 0) await pause(20);
  await notifying.stop();
  await close();
  expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
    data: { search: { name: 'Quay' }, statement: { text: 'The quay is safe' } },
  });
  expect(receiver.received).toHaveLength(1);
});
