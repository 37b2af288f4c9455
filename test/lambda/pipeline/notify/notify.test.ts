import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notifyWith } from '../../../../lambda/api/searches/notify-with.ts';
import { type ClosablePoster, createPoster } from '../../../../lambda/fetch/create-poster.ts';
import { type NotifyDependencies, notify } from '../../../../lambda/pipeline/notify/notify.ts';
import type { ArticleSpec } from '../../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';
import { type Receiver, startReceiver } from './receiver.ts';

let query: QueryApp;
let receiver: Receiver;
let poster: ClosablePoster;
beforeEach(async () => {
  query = await openQueryApp();
  receiver = await startReceiver();
  poster = createPoster({ contact: null, allowHosts: [receiver.place], timeoutMilliseconds: 1_000 }, query.clock);
});
afterEach(async () => {
  poster.close();
  await receiver.close();
  await query.close();
});

const run = (more: Partial<NotifyDependencies> = {}) => {
  const { store, clock } = query;
  return notify({ store, clock, log: quietLog(), poster, ...notifyWith(store, clock), ...more });
};
const send = (method: string, path: string, body?: unknown) =>
  query.get(path, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
const add = async (more: object = {}) =>
  (
    await send('POST', '/v1/searches', {
      name: 'Quay',
      filters: { q: 'quay' },
      channels: [{ kind: 'webhook', url: `${receiver.url}/hook?key=secret` }],
      ...more,
    })
  ).body;
/** Stores an article now. */
const article = (name: string, texts: string[], more: Partial<ArticleSpec> = {}) => {
  const now = new Date(query.clock.now()).toISOString().replace('.000Z', 'Z');
  return query.save({ name, publishedAt: now, storedAt: now, statements: texts.map((text) => ({ text })), ...more });
};
const delivered = () => receiver.received.map(({ body }) => JSON.parse(body).data.statement.text);
const minute = () => query.clock.advance(60_000);

describe('a webhook', () => {
  test('is told of a matching statement, signed so that standardwebhooks verifies it, once', async () => {
    const { search, secrets } = await add();
    minute();
    await article('harbour', ['The quay is safe', 'We sail on Monday']);
    minute();
    expect(await run()).toMatchObject({ outcome: 'finished', items: 1, told: 1, sent: 1, failed: 0 });
    const [message] = receiver.received;
    expect(message?.path).toBe('/hook?key=secret');
    const headers = message?.headers as Record<string, string>;
    // The clock of the test stands in another year than that of the package.
    const now = Date.now;
    Date.now = () => query.clock.now();
    const payload = new Webhook(secrets[0].secret).verify(message?.body ?? '', headers) as never;
    Date.now = now;
    const [row] = (await query.get('/v1/statements?q=quay')).body.data;
    expect(payload).toEqual({
      type: 'statement.found',
      timestamp: expect.any(String),
      data: { search: { id: search.id, name: 'Quay' }, statement: row },
    });
    for (let n = 0; n < 3; n++) {
      minute();
      expect(await run()).toMatchObject({ items: 0, sent: 0 });
    }
    expect(receiver.received).toHaveLength(1);
    const { body } = await query.get(`/v1/searches/${search.id}/deliveries`);
    expect(body.data).toMatchObject([{ state: 'sent', attempts: 1, statement: { text: 'The quay is safe' } }]);
  });

  test('is told nothing of what was there before, while the search is paused, or to a channel that came later', async () => {
    await article('old', ['The old quay']);
    minute();
    const { search } = await add();
    minute();
    await send('PATCH', `/v1/searches/${search.id}`, { paused: true });
    await article('paused', ['The quay in the pause']);
    minute();
    await run();
    await send('PATCH', `/v1/searches/${search.id}`, { paused: false });
    minute();
    await article('new', ['The new quay']);
    minute();
    await send('POST', `/v1/searches/${search.id}/channels`, { kind: 'webhook', url: `${receiver.url}/later` });
    await run();
    expect(delivered()).toEqual(['The new quay']);
    expect(receiver.received[0]?.path).toBe('/hook?key=secret');
  });

  test('verifies with the old and the new secret for a day after a rotation', async () => {
    const { search, secrets } = await add();
    const [channel] = search.channels;
    const renewed = await send('POST', `/v1/searches/${search.id}/channels/${channel.id}/secret`);
    await article('harbour', ['The quay is safe']);
    minute();
    await run();
    const signatures = String(receiver.received[0]?.headers['webhook-signature']).split(' ');
    expect(signatures).toHaveLength(2);
    const { 'webhook-id': id, 'webhook-timestamp': at } = (receiver.received[0]?.headers ?? {}) as Record<
      string,
      string
    >;
    const sign = (secret: string) =>
      new Webhook(secret).sign(String(id), new Date(Number(at) * 1_000), receiver.received[0]?.body ?? '');
    expect(signatures).toEqual([sign(renewed.body.secrets[0].secret), sign(secrets[0].secret)]);
    query.clock.advance(25 * 3_600_000);
    await article('later', ['Another quay']);
    minute();
    await run();
    expect(String(receiver.received[1]?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });

  test('gets an example of a test', async () => {
    const { search } = await add();
    expect((await send('POST', `/v1/searches/${search.id}/test`)).status).toBe(202);
    await run();
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ type: 'statement.example' });
  });
});

describe('what is told once', () => {
  beforeEach(async () => {
    await add();
    minute();
  });
  const change = async (name: string, texts: string[], more: Partial<ArticleSpec> = {}) => {
    minute();
    return article(name, texts, { revision: 2, ...more });
  };

  test('a changed article tells what is new, not what says half of it again', async () => {
    await article('harbour', ['The quay of the harbour is safe again']);
    await run();
    await change('harbour', ['The quay of the harbour is quite safe', 'Nobody pays for that quay but taxpayers']);
    await run();
    expect(delivered()).toEqual(['The quay of the harbour is safe again', 'Nobody pays for that quay but taxpayers']);
  });

  test('an edition by new rules or a correction tells nothing', async () => {
    const [itemId] = await article('harbour', ['We sail on Monday', 'The quay is safe']);
    await run();
    minute();
    const [one, two] = (await query.get('/v1/statements')).body.data;
    const path = `/v1/items/${itemId}/statements/${one.id}/correction`;
    await send('PUT', path, { speaker: { name: 'Vera Quay' } });
    minute();
    await run();
    expect((await query.get('/v1/statements?q=quay')).body.data).toHaveLength(2);
    expect(delivered()).toEqual([two.text]);
  });

  test('a saying that another outlet has too', async () => {
    const words = 'The quay will be open again on Monday at noon';
    await article('harbour', [words]);
    await run();
    minute();
    await article('copy', [words], { feedId: 'other-post' });
    await run();
    expect(delivered()).toEqual([words]);
  });

  test('of two workers at once, and one that slept past its lease', async () => {
    await article('harbour', ['The quay is safe', 'Another quay']);
    const outcomes = await Promise.all([run(), run(), run()]);
    expect(outcomes.filter(({ outcome }) => outcome === 'busy').length).toBeGreaterThan(0);
    expect(delivered().sort()).toEqual(['Another quay', 'The quay is safe']);
  });
});

describe('a channel that fails', () => {
  test.each([
    [{ status: 500 }, 1],
    [{ status: 429, headers: { 'retry-after': '600' } }, 10],
    [{ status: 302, headers: { location: 'https://elsewhere.example/' } }, 1],
    ['hang' as const, 1],
  ])('%o is tried again after %i minutes', async (answer, minutes) => {
    const { search } = await add();
    receiver.answer = answer;
    await article('harbour', ['The quay is safe']);
    expect(await run()).toMatchObject({ sent: 0, failed: 1 });
    const failing = (await query.get(`/v1/searches/${search.id}`)).body.channels[0].health;
    expect(failing).toMatchObject({ failures: 1, pausedAt: null });
    expect(failing.lastError).toContain(receiver.place);
    expect(failing.lastError).not.toContain('secret');
    receiver.answer = { status: 204 };
    query.clock.advance(minutes * 60_000 - 20_000);
    expect(await run()).toMatchObject({ sent: 0, failed: 0 });
    query.clock.advance(40_000);
    expect(await run()).toMatchObject({ sent: 1, failed: 0 });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await query.get(`/v1/searches/${search.id}`)).body.channels[0].health).toBeNull();
  });

  test('that is gone (410) is paused until the search is resumed', async () => {
    const { search } = await add();
    receiver.answer = { status: 410 };
    await article('harbour', ['The quay is safe']);
    await run();
    receiver.answer = { status: 204 };
    query.clock.advance(7_200_000);
    expect(await run()).toMatchObject({ sent: 0, failed: 0 });
    const path = `/v1/searches/${search.id}`;
    expect((await query.get(path)).body.channels[0].health.pausedAt).toBeTypeOf('string');
    await send('PATCH', path, { paused: false });
    query.clock.advance(3_700_000);
    expect(await run()).toMatchObject({ sent: 1 });
  });

  test('gives a message up after three days and is paused after five', async () => {
    const { search } = await add();
    receiver.answer = { status: 503 };
    for (let hour = 0; hour < 24 * 5 + 8; hour += 4) {
      await article(`a${hour}`, [`Quay number ${hour}`]);
      await run();
      query.clock.advance(4 * 3_600_000);
    }
    const { body } = await query.get(`/v1/searches/${search.id}`);
    expect(body.channels[0].health.pausedAt).toBeTypeOf('string');
    const states = (await query.get(`/v1/searches/${search.id}/deliveries`)).body.data;
    expect(states.at(-1)).toMatchObject({ state: 'failed', statement: { text: 'Quay number 0' } });
    expect(states[0]).toMatchObject({ state: 'due' });
  });

  test('holds up no other', async () => {
    const other = await startReceiver();
    const both = createPoster(
      { contact: null, allowHosts: [receiver.place, other.place], timeoutMilliseconds: 300 },
      query.clock,
    );
    receiver.answer = 'hang';
    await add({
      channels: [
        { kind: 'webhook', url: receiver.url },
        { kind: 'webhook', url: other.url },
      ],
    });
    await article('harbour', ['Quay one', 'Quay two', 'Quay three']);
    expect(await run({ poster: both })).toMatchObject({ sent: 3, failed: 1 });
    both.close();
    await other.close();
  });

  test('in a private place is never asked unless the operator allows it', async () => {
    const { search } = await add();
    const strict = createPoster({ contact: null, allowHosts: [] }, query.clock);
    await article('harbour', ['The quay is safe']);
    expect(await run({ poster: strict })).toMatchObject({ sent: 0, failed: 1 });
    strict.close();
    expect(receiver.received).toEqual([]);
    const [{ health }] = (await query.get(`/v1/searches/${search.id}`)).body.channels;
    expect(health.lastError).toContain('private address');
    expect(health.lastError).not.toContain('secret');
  });
});

test('an item that appears half an hour after its change is told', async () => {
  await add();
  const changedAt = new Date(query.clock.now()).toISOString().replace('.000Z', 'Z');
  query.clock.advance(1_800_000);
  await run();
  await article('slow', ['The slow quay'], { storedAt: changedAt });
  await run();
  expect(delivered()).toEqual(['The slow quay']);
});

test('Slack and ntfy are told in their forms', async () => {
  await add({
    channels: [
      { kind: 'slack', url: `${receiver.url}/T1/B2` },
      { kind: 'ntfy', url: `${receiver.url}/harbour` },
    ],
  });
  await article('harbour', ['Quay <&> “pier”'], {
    title: 'Łódź & quay',
    statements: [{ text: 'Quay <&> pier', role: 'mayor' }],
  });
  await run();
  const slack = JSON.parse(receiver.received.find(({ path }) => path === '/T1/B2')?.body ?? '');
  expect(slack).toEqual({
    text: 'Ada Okonkwo, mayor: “Quay &lt;&amp;&gt; pier”',
    blocks: [
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: '*Ada Okonkwo, mayor*\n“Quay &lt;&amp;&gt; pier”\n<https://news.example/harbour|harbour-post: Łódź &amp; quay>',
        },
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'Search: Quay' }] },
    ],
    unfurl_links: false,
  });
  const ntfy = JSON.parse(receiver.received.find(({ path }) => path === '/')?.body ?? '');
  expect(ntfy).toEqual({
    topic: 'harbour',
    title: 'Ada Okonkwo, mayor',
    message: '“Quay <&> pier”\nharbour-post: Łódź & quay',
    click: 'https://news.example/harbour',
  });
});

test('without anything to send, nothing is written', async () => {
  await add({ channels: [{ kind: 'feed' }] });
  expect(await run()).toMatchObject({ outcome: 'idle' });
  expect(await query.store.deliveries.progress()).toBeNull();
});
