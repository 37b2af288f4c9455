import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { sha256 } from '../../../lambda/common/hash.ts';
import { unpack } from '../../../lambda/handlers/unpack.ts';
import { toInstant } from '../../../lambda/model/instant.ts';
import { deduplicationId, type Message } from '../../../lambda/model/message.ts';
import type { Queue } from '../../../lambda/model/ports.ts';
import { dispatch } from '../../../lambda/pipeline/dispatch.ts';
import { type DynaliteStore, openDynaliteStore } from '../../support/dynalite-store.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { recordOf } from '../../support/sqs-records.ts';
import { serveFeed } from '../pipeline/feed-server.ts';

const WORKER = new URL('./mortal-worker.ts', import.meta.url).pathname;
const MINUTE = 60_000;

const feedIdOf = (message: Message): string => (message.kind === 'feed' ? message.feedId : '');

/** Runs a worker on the records; answers the feeds that it polled, and what it gives back: `null` where it died. */
async function work(Records: SQSRecord[], { socket, name, clock }: DynaliteStore) {
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER, socket, name, toInstant(clock.now())], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  child.stdin.end(JSON.stringify({ Records }));
  const [written, [, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const lines = written.trimEnd().split('\n').filter(Boolean);
  const response = signal === null ? (JSON.parse(lines.pop() ?? '') as SQSBatchResponse) : null;
  return { polled: lines, response };
}

/** A lane as SQS keeps it: in order, with a window of deduplication, dead letters after two deliveries, and nothing for others while a batch is out. */
function createLane() {
  const [waiting, dead, sentAt] = [[] as SQSRecord[], [] as SQSRecord[], new Map<string, number>()];
  return {
    waiting,
    dead,
    send(id: string, body: string, now: number): void {
      if ((sentAt.get(id) ?? Number.NEGATIVE_INFINITY) > now - 5 * MINUTE) return;
      sentAt.set(id, now);
      waiting.push(recordOf(`${id} ${now}`, body, { received: 0, sent: now }));
    },
    receive(): SQSRecord[] {
      for (const { attributes } of waiting.slice(0, 10)) {
        attributes.ApproximateReceiveCount = String(Number(attributes.ApproximateReceiveCount) + 1);
      }
      const isDead = ({ attributes }: SQSRecord) => Number(attributes.ApproximateReceiveCount) > 2;
      for (const record of waiting.filter(isDead)) dead.push(...waiting.splice(waiting.indexOf(record), 1));
      return waiting.slice(0, 10);
    },
  };
}

test('feeds that kill their worker are put off one by one, and the others of their lane are polled meanwhile', async () => {
  const world = await openDynaliteStore('2026-03-02T09:00:00Z');
  const { store, clock } = world;
  const server = await serveFeed([{ guid: 'a', title: 'A roof', text: 'The roof is tight again.' }]);
  const start = toInstant(clock.now());
  const deadly = ['feed 3', 'feed 7'];
  const ids = Array.from({ length: 12 }, (_, n) => `feed ${n}`);
  const add = (id: string): Promise<void> => {
    const url = `${server.url}?${deadly.includes(id) ? 'deadly' : 'good'}=${encodeURIComponent(id)}`;
    return store.feeds.put({
      ...{ id, url, title: id, siteUrl: null, folder: null, tags: [], fullText: 'never' },
      ...{ paused: false, createdAt: start },
    });
  };
  for (const id of ids) await add(id);

  const lane = createLane();
  // Each feed has a host of its own, all of one lane, in one pack each time.
  const queue: Queue = {
    async send(messages) {
      const own = messages.map((message) => ({ ...message, host: feedIdOf(message) }));
      lane.send(sha256(...own.map(deduplicationId)), JSON.stringify({ kind: 'pack', messages: own }), clock.now());
    },
  };
  const tick = () => dispatch({ store, queue, clock, log: quietLog() });
  /** Another feed is due each time, so that no pack is the same as one before. */
  const nextTick = async () => {
    clock.advance(MINUTE);
    const id = `feed ${ids.length}`;
    ids.push(id);
    await add(id);
    await tick();
  };

  const polled: string[] = [];
  let deaths = 0;
  await tick();
  for (let round = 0; round < 12 && lane.waiting.length > 0; round++) {
    const records = lane.receive();
    if (records.length === 0) continue;
    const { polled: done, response } = await work(records, world);
    polled.push(...done);
    if (response) {
      expect(response.batchItemFailures).toEqual([]);
      for (const record of records) lane.waiting.splice(lane.waiting.indexOf(record), 1);
    } else {
      deaths += 1;
      // Until the batch can be seen again: dispatch comes twice meanwhile, with what is still due in other packs.
      await nextTick();
      await nextTick();
    }
  }

  expect(lane.waiting).toEqual([]);
  expect(deaths).toBeLessThanOrEqual(2 * deadly.length);
  expect(new Set(polled.map((line) => line.replace(/ \d$/, '')))).toEqual(
    new Set(ids.filter((id) => !deadly.includes(id))),
  );
  for (const id of deadly) {
    const { nextPollAt } = (await store.feeds.state(id)) ?? {};
    expect(Date.parse(nextPollAt ?? '')).toBeGreaterThan(Date.parse(start) + 60 * MINUTE);
  }
  const letters = lane.dead.map(({ body }) => unpack(body).messages.map(feedIdOf));
  expect(letters.length).toBeGreaterThan(0);
  for (const letter of letters) expect(letter.some((id) => deadly.includes(id))).toBe(true);
  await world.close();
}, 60_000);
