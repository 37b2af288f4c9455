import { expect, onTestFinished, test } from 'vitest';
import { notifyWith } from '../../../../lambda/api/searches/notify-with.ts';
import { createPoster } from '../../../../lambda/fetch/create-poster.ts';
import { notify } from '../../../../lambda/pipeline/notify/notify.ts';
import { openDynaliteStore } from '../../../support/dynalite-store.ts';
import { NOW, openQueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';
import { startReceiver } from './receiver.ts';

test('on DynamoDB a statement is told once, tried again where the receiver fails, and logged', async () => {
  const query = await openQueryApp({ opened: await openDynaliteStore(NOW) });
  const receiver = await startReceiver();
  const { store, clock } = query;
  const poster = createPoster({ contact: null, allowHosts: [receiver.place] }, clock);
  onTestFinished(async () => {
    poster.close();
    await receiver.close();
    await query.close();
  });
  const run = () => notify({ store, clock, log: quietLog(), poster, ...notifyWith(store, clock) });
  const channels = [{ kind: 'webhook', url: receiver.url }, { kind: 'feed' }];
  const made = await query.get('/v1/searches', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Quay', filters: { q: 'quay' }, channels }),
  });
  clock.advance(60_000);
  const storedAt = new Date(clock.now()).toISOString().replace('.000Z', 'Z');
  await query.save({ name: 'harbour', storedAt, statements: [{ text: 'The quay is safe' }, { text: 'We sail' }] });
  receiver.answer = { status: 503 };
  expect(await run()).toMatchObject({ outcome: 'finished', told: 1, sent: 0, failed: 1 });
  receiver.answer = { status: 200 };
  clock.advance(61_000);
  expect(await run()).toMatchObject({ told: 0, sent: 1, failed: 0 });
  clock.advance(3_600_000);
  expect(await run()).toMatchObject({ told: 0, sent: 0, failed: 0 });
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const { id } = made.body.search;
  const { body } = await query.get(`/v1/searches/${id}/deliveries`);
  expect(body.data).toMatchObject([{ state: 'sent', attempts: 2, statement: { text: 'The quay is safe' } }]);
  expect((await query.get(`/v1/searches/${id}`)).body.channels).toMatchObject([{ health: null }, { to: null }]);
  expect((await query.get(made.body.secrets.at(-1).url)).text).toContain('The quay is safe');
});
