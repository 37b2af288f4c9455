import { expect, test } from 'vitest';
import { WorkerStoppedError } from '../../lambda/model/errors.ts';
import type { FeedMessage, Message } from '../../lambda/model/message.ts';
import { createLocalQueue } from '../../local/local-queue.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { quietLog } from '../support/quiet-log.ts';

const message = (host: string, feedId: string): FeedMessage => ({
  kind: 'feed',
  feedId,
  host,
  nextPollAt: '2026-05-01T12:00:00Z',
});

const idOf = (sent: Message): string => (sent.kind === 'feed' ? sent.feedId : sent.itemId);

/** A worker whose messages end when the test says so. */
function worker() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (sent: Message): Promise<void> => {
    const feedId = idOf(sent);
    begun.push(feedId);
    return new Promise((resolve) => void ends.set(feedId, resolve));
  };
  const end = async (feedId: string): Promise<void> => {
    ends.get(feedId)?.();
    await new Promise(setImmediate);
  };
  return { begun, work, end };
}

const options = () => ({ clock: fakeClock('2026-05-01T12:00:00Z'), log: quietLog() });

test('one message a host at a time, several hosts side by side, no more than allowed', async () => {
  const { begun, work, end } = worker();
  const queue = createLocalQueue({ ...options(), work, hostsAtOnce: 2 });
  await queue.send([message('a', 'a1'), message('a', 'a2'), message('b', 'b1'), message('c', 'c1')]);
  expect(begun).toEqual(['a1', 'b1']);
  await end('a1');
  expect(begun).toEqual(['a1', 'b1', 'a2']);
  await end('b1');
  expect(begun).toEqual(['a1', 'b1', 'a2', 'c1']);
  await end('a2');
  await end('c1');
  await queue.idle();
});

test('a message is dropped for five minutes after its like', async () => {
  const { clock, log } = options();
  const done: string[] = [];
  const queue = createLocalQueue({ clock, log, work: async (sent) => void done.push(idOf(sent)) });
  await queue.send([message('a', 'a1'), message('a', 'a1')]);
  await queue.idle();
  clock.advance(299_999);
  await queue.send([message('a', 'a1')]);
  await queue.idle();
  expect(done).toEqual(['a1']);
  clock.advance(1);
  await queue.send([message('a', 'a1')]);
  await queue.idle();
  expect(done).toEqual(['a1', 'a1']);
});

test('what fails is told of and left, and holds up nothing behind it', async () => {
  const { clock, log } = options();
  const deliveries: string[] = [];
  let idle = 0;
  const queue = createLocalQueue({
    clock,
    log,
    async work(sent) {
      const feedId = idOf(sent);
      deliveries.push(feedId);
      if (feedId === 'bad') throw new Error('defect');
    },
    onIdle: () => {
      idle += 1;
    },
  });
  await queue.send([message('a', 'bad'), message('a', 'good')]);
  await queue.idle();
  expect(deliveries).toEqual(['bad', 'good']);
  expect(log.messages).toHaveLength(1);
  expect(idle).toBe(1);
});

test('what stops its worker is delivered once more, alone, and then left', async () => {
  const { clock, log } = options();
  const deliveries: string[] = [];
  let [underWay, most] = [0, 0];
  const queue = createLocalQueue({
    clock,
    log,
    async work(sent, receiveCount) {
      deliveries.push(`${idOf(sent)} ${receiveCount}`);
      underWay += 1;
      if (receiveCount > 1) most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
      if (idOf(sent) === 'bad') throw new WorkerStoppedError('took too long');
    },
  });
  await queue.send([message('a', 'bad'), message('a', 'a2'), message('b', 'b1')]);
  await queue.send([message('c', 'c1')]);
  await queue.idle();
  expect(deliveries.toSorted()).toEqual(['a2 1', 'b1 1', 'bad 1', 'bad 2', 'c1 1']);
  expect([deliveries.at(-1), most]).toEqual(['bad 2', 1]);
});

test('what was under way when the last process ended comes last, as delivered before', async () => {
  const { clock, log } = options();
  const deliveries: string[] = [];
  const queue = createLocalQueue({
    clock,
    log,
    wasUnderWay: (sent) => idOf(sent) === 'a1',
    work: async (sent, receiveCount) => void deliveries.push(`${idOf(sent)} ${receiveCount}`),
  });
  await queue.send([message('a', 'a1'), message('a', 'a2'), message('b', 'b1')]);
  await queue.idle();
  expect(deliveries).toEqual(['a2 1', 'b1 1', 'a1 2']);
});

test('a stop waits for what is under way and begins nothing more', async () => {
  const { begun, work, end } = worker();
  const queue = createLocalQueue({ ...options(), work });
  await queue.send([message('a', 'a1'), message('a', 'a2')]);
  let stopped = false;
  const stopping = queue.stop().then(() => {
    stopped = true;
  });
  await new Promise(setImmediate);
  expect(stopped).toBe(false);
  await end('a1');
  await stopping;
  await queue.send([message('b', 'b1')]);
  expect(begun).toEqual(['a1']);
});
