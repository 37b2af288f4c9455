import { describe, expect, test } from 'vitest';
import { deduplicationId, type FeedMessage, type Message } from '../../../lambda/model/message.ts';
import { dispatch } from '../../../lambda/pipeline/dispatch.ts';
import { serveFeed } from './feed-server.ts';
import { serveNews, TERMINAL } from './news-server.ts';
import { createWorld, DAY, quiet } from './world.ts';

async function setting() {
  const world = await createWorld(await serveFeed([]));
  const sent: FeedMessage[] = [];
  const queue = {
    async send(messages: Message[]) {
      sent.push(...messages.filter((message) => message.kind === 'feed'));
    },
  };
  return {
    world,
    sent,
    run: (more: Partial<Parameters<typeof dispatch>[0]> = {}) => dispatch({ ...world, queue, log: quiet, ...more }),
  };
}

describe('dispatch', () => {
  test('sends what is due, grouped by host, and writes nothing', async () => {
    const { world, sent, run } = await setting();
    await world.subscribe('feed-2', 'https://News.Example:8443/rss?x=1');
    world.pass(1);
    const [before, writes] = [await world.records(), world.writes()];
    expect(await run()).toEqual({ sent: 2, pages: 0 });
    expect(sent.toSorted((one, other) => (one.feedId < other.feedId ? -1 : 1))).toMatchObject([
      { kind: 'feed', feedId: 'feed-1', nextPollAt: world.start, host: '127.0.0.1', last: true },
      { kind: 'feed', feedId: 'feed-2', nextPollAt: world.start, host: 'news.example', last: true },
    ]);
    expect(world.writes()).toBe(writes);
    expect(world.differences(before, await world.records())).toEqual([]);
  });

  test('sends the same again until the feed was polled, under the same deduplication id', async () => {
    const { world, sent, run } = await setting();
    await run();
    world.pass(6);
    await run();
    expect(sent.map(deduplicationId)).toEqual([`feed-1#${world.start}`, `feed-1#${world.start}`]);
    await world.poll();
    expect(await run()).toEqual({ sent: 0, pages: 0 });
    world.pass(2 * DAY);
    expect(await run()).toEqual({ sent: 1, pages: 0 });
  });

  test('names its run in every message, and in the log', async () => {
    const { world, sent, run } = await setting();
    const logged: unknown[] = [];
    world.pass(1);
    await run({ run: 'tick-1', log: { ...quiet, info: (_message, fields) => void logged.push(fields) } });
    expect(sent.map((message) => message.run)).toEqual(['tick-1']);
    expect(logged).toEqual([{ run: 'tick-1', sent: 1, pages: 0 }]);
  });

  test('leaves out paused and removed feeds', async () => {
    const { world, run } = await setting();
    await world.subscribe('feed-2', 'https://news.example/rss');
    await world.store.feeds.put({ ...(await world.store.feeds.get('feed-1'))!, paused: true });
    await world.store.feeds.remove('feed-2');
    expect(await run()).toEqual({ sent: 0, pages: 0 });
  });

  test('sends those that wait longest first where there are too many', async () => {
    const { world, sent, run } = await setting();
    for (let count = 2; count <= 40; count++) {
      world.pass(1);
      await world.subscribe(`feed-${count}`, `https://news${count}.example/rss`);
    }
    expect(await run({ limit: 30 })).toEqual({ sent: 30, pages: 0 });
    expect(sent.map(({ feedId }) => feedId)).toEqual(Array.from({ length: 30 }, (_, index) => `feed-${index + 1}`));
  });

  test('sends a feed whose next poll was set by a clock that was years ahead, once', async () => {
    const { world, sent, run } = await setting();
    world.pass(3 * 365 * DAY);
    await world.poll();
    world.pass(-3 * 365 * DAY);
    expect(await run()).toEqual({ sent: 1, pages: 0 });
    await world.ingest(sent[0] as FeedMessage);
    expect(Date.parse((await world.state()).nextPollAt ?? '')).toBeLessThan(Date.parse(world.later(2 * DAY)));
    expect(await run()).toEqual({ sent: 0, pages: 0 });
  });

  test('marks the last message of each host', async () => {
    const { world, sent, run } = await setting();
    for (let n = 2; n <= 3; n++) {
      world.pass(1);
      await world.subscribe(`feed-${n}`, (await world.store.feeds.get('feed-1'))!.url.replace('feed', `feed-${n}`));
    }
    await run();
    expect(sent.map(({ last }) => last)).toEqual([undefined, undefined, true]);
  });

  test('sends pages that are due behind the feeds, five a host', async () => {
    const news = await serveNews(Array.from({ length: 8 }, (_, n) => ({ ...TERMINAL, name: `terminal-${n}` })));
    const world = await createWorld(news, 'auto');
    await world.poll();
    await world.subscribe('feed-2', 'https://news.example/rss');
    const sent: Message[] = [];
    const queue = { send: async (messages: Message[]) => void sent.push(...messages) };
    const writes = world.writes();
    expect(await dispatch({ ...world, queue, log: quiet })).toEqual({ sent: 1, pages: 5 });
    expect(sent.map(({ kind }) => kind)).toEqual(['feed', ...Array.from({ length: 5 }, () => 'page')]);
    expect(world.writes()).toBe(writes);
    expect(new Set(sent.map(deduplicationId)).size).toBe(6);
    for (const message of sent) if (message.kind === 'page') await world.readPage(message);
    expect(await dispatch({ ...world, queue, log: quiet })).toEqual({ sent: 1, pages: 3 });
  });

  test.each([
    [10, 5],
    [30, 1],
  ])('of a host whose robots.txt wants %d seconds between requests sends %d pages a minute', async (delay, count) => {
    const news = await serveNews(Array.from({ length: 8 }, (_, n) => ({ ...TERMINAL, name: `terminal-${n}` })));
    news.pages['/robots.txt'] = { body: `User-agent: *\nCrawl-delay: ${delay}\n` };
    const world = await createWorld(news, 'auto');
    await world.poll();
    const [first] = await world.pagesDue();
    await world.readPage(first!);
    const queue = { send: async () => undefined };
    expect(await dispatch({ ...world, queue, log: quiet })).toEqual({ sent: 0, pages: count });
  });
});
