import { describe, expect, it, onTestFinished, test } from 'vitest';
import { chooseLetter } from '../../cli/dead-letters/choose-letter.ts';
import type { DeadLetter } from '../../cli/dead-letters/dead-letters.ts';
import { redriveAll } from '../../cli/dead-letters/redrive-all.ts';
import { readPack } from '../../lambda/handlers/packs.ts';
import type { Message } from '../../lambda/model/message.ts';
import { feedMessage } from '../../lambda/pipeline/feed-message.ts';
import { dateline, datelineProcess } from '../support/cli.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { feedMessageOf } from '../support/sqs-records.ts';
import { startSqsServer } from '../support/sqs-server.ts';

test.each([['list'], ['show', 'abc'], ['redrive']])(
  'dlq %s on the local store says what there is instead',
  async (...words) => {
    const { code, stdout, stderr } = await dateline(['dlq', ...words]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/local store has no dead letters.*dateline serve/);
  },
);

const letter = (id: string): DeadLetter => ({ id, group: 'a', sentAt: '', messages: [], unread: null, handle: id });

it('one letter is chosen by the beginning of its id, and by no less than it takes', () => {
  const letters = ['ab1', 'ab2', 'cd1'].map(letter);
  expect(chooseLetter(letters, 'c').id).toBe('cd1');
  expect(chooseLetter(letters, 'ab2').id).toBe('ab2');
  expect(() => chooseLetter(letters, 'ab')).toThrow('2 dead letters begin with "ab"');
  expect(() => chooseLetter(letters, 'x')).toThrow('no dead letter begins with "x"');
});

const packOf = (...messages: unknown[]) => JSON.stringify({ messages });
const PAGE: Message = { kind: 'page', itemId: 'item 1', nextTryAt: '2026-03-01T10:00:00Z', host: 'pages.example' };
const FEEDS = Array.from({ length: 5 }, (_, n) =>
  feedMessageOf(`feed ${n}`, `host-${n % 2}.example`, { run: 'run-1' }),
);

/** Two dead letters: a pack, and what cannot be read. */
async function deadLetters() {
  const server = await startSqsServer();
  onTestFinished(() => server.close());
  server.put('dead-letters', packOf(...FEEDS, PAGE), 'lane-3');
  server.put('dead-letters', 'poison', 'poison.example');
  const env = {
    ...{ AWS_ENDPOINT_URL: server.endpoint, AWS_REGION: 'eu-west-1' },
    ...{ AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' },
  };
  const dlq = (...words: string[]) => datelineProcess(['dlq', ...words, '--table', 'table-1'], { env });
  return { server, dlq };
}

describe('dead letters of a deployed table', () => {
  it('are listed with how many feeds a pack has, and the first ones', async () => {
    const { server, dlq } = await deadLetters();
    const { code, stdout, stderr } = await dlq('list');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('dateline dlq redrive') });
    const [, pack, poison] = stdout.split('\n');
    expect(pack).toMatch(/^0001-mes +2027-01-15.* 3: host-0\.example, … +6: feed 0, feed 1, feed 2, …$/);
    expect(poison).toMatch(/^0002-mes .* poison\.example +cannot be read$/);
    expect(server.kept['dead-letters'].map(({ isTaken }) => isTaken)).toEqual([false, false]);
  });

  it('have a line of CSV for each feed and page', async () => {
    const { dlq } = await deadLetters();
    const lines = (await dlq('list', '--csv')).stdout.trim().split('\r\n');
    expect(lines).toHaveLength(1 + 6 + 1);
    expect(lines[0]).toBe('id,sentAt,host,kind,feedId,itemId');
    expect(lines[6]).toBe('0001-message,2027-01-15T08:00:00Z,pages.example,page,,item 1');
    expect(lines[7]).toBe('0002-message,2027-01-15T08:00:00Z,poison.example,,,');
  });

  it('are shown whole, with the run that sent them', async () => {
    const { dlq } = await deadLetters();
    const { stdout, stderr } = await dlq('show', '0001');
    expect(JSON.parse(stdout)).toMatchObject({ group: 'lane-3', messages: [...FEEDS, PAGE], unread: null });
    expect(stderr).toContain('run = "run-1"');
    expect(JSON.parse((await dlq('show', '0002')).stdout)).toMatchObject({ messages: [], unread: 'poison' });
  });
});

describe('redriving a pack', () => {
  async function world() {
    const { store, clock, close } = await openMemoryStore('2026-03-02T09:00:00Z');
    const server = await startSqsServer();
    onTestFinished(async () => {
      server.close();
      await close();
    });
    const add = async (id: string): Promise<Message> => {
      const feed = {
        ...{ id, url: `https://${id}.example/feed`, title: id, siteUrl: null, folder: null, tags: [] },
        ...{ fullText: 'auto' as const, paused: false, createdAt: '2026-03-01T09:00:00Z' },
      };
      await store.feeds.put(feed);
      return feedMessage(feed, (await store.feeds.state(id))?.nextPollAt ?? '');
    };
    const change = async (id: string, more: object) => {
      const state = await store.feeds.state(id);
      if (!state) throw new Error(`no state of ${id}`);
      await store.feeds.saveState({ ...state, ...more }, state.nextPollAt);
    };
    const tools = { client: server.client, queues: server.queues, store };
    return { store, clock, server, add, change, tools };
  }

  it('sends each feed that still waits by itself, for its present time, and ends the letter', async () => {
    const { store, server, add, change, tools } = await world();
    const messages = await Promise.all(['waiting', 'late', 'polled', 'paused'].map(add));
    await change('late', { nextPollAt: '2026-03-02T10:00:00Z' });
    await change('polled', { nextPollAt: '2026-03-02T10:00:00Z', lastPollAt: '2026-03-02T09:30:00Z' });
    const paused = await store.feeds.get('paused');
    if (paused) await store.feeds.put({ ...paused, paused: true });
    server.put('dead-letters', packOf(...messages, feedMessageOf('removed'), PAGE));
    expect(await redriveAll(tools, undefined)).toEqual({ sent: 2, dropped: 4 });
    const sent = server.kept.work.flatMap(({ Body }) => readPack(Body));
    expect(sent).toMatchObject([
      { kind: 'feed', feedId: 'waiting', nextPollAt: '2026-03-02T09:00:00Z', run: 'redrive-0001-message' },
      { kind: 'feed', feedId: 'late', nextPollAt: '2026-03-02T10:00:00Z' },
    ]);
    expect(server.kept['dead-letters']).toEqual([]);
  });

  it('sends what cannot be read as it is', async () => {
    const { server, add, tools } = await world();
    server.put('dead-letters', packOf({ kind: 'later' }));
    server.put('dead-letters', packOf(await add('waiting')));
    server.put('dead-letters', 'poison');
    expect(await redriveAll(tools, undefined)).toEqual({ sent: 3, dropped: 0 });
    expect(server.kept.work.map(({ Body }) => Body)).toEqual([
      packOf({ kind: 'later' }),
      expect.stringContaining('"feedId":"waiting"'),
      'poison',
    ]);
    expect(server.kept['dead-letters']).toEqual([]);
  });

  it('keeps the letter where the queue refuses one of its feeds', async () => {
    const { server, add, tools } = await world();
    server.put('dead-letters', packOf(await add('waiting'), await add('refused')));
    server.refuse = ({ MessageBody }) => MessageBody?.includes('refused') === true;
    await expect(redriveAll(tools, undefined)).rejects.toMatchObject({ code: 'queue-refused' });
    expect(server.kept['dead-letters']).toHaveLength(1);
  });
});
