import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { SQSRecord } from 'aws-lambda';
import { expect, onTestFinished, test } from 'vitest';
import { createFetcher } from '../../../lambda/fetch/create-fetcher.ts';
import { handleFifoBatch } from '../../../lambda/handlers/fifo-batch.ts';
import { laneOf, packMessages, readPack } from '../../../lambda/handlers/packs.ts';
import { toInstant } from '../../../lambda/model/instant.ts';
import type { Message } from '../../../lambda/model/message.ts';
import { PACKING } from '../../../lambda/model/names.ts';
import { dispatch } from '../../../lambda/pipeline/dispatch.ts';
import { ingestFeed } from '../../../lambda/pipeline/ingest-feed.ts';
import { type DynaliteStore, openDynaliteStore } from '../../support/dynalite-store.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { recordOf } from '../../support/sqs-records.ts';
import { serveFeed } from '../pipeline/feed-server.ts';

const WORKER = new URL('./mortal-worker.ts', import.meta.url).pathname;
const MINUTE = 60_000;
const VISIBILITY = 5.5 * MINUTE;
const MOST_RECEIVES = 4;

interface Kept {
  record: SQSRecord;
  receives: number;
  visibleAt: number;
}

/** Lanes as SQS keeps them: in order, nothing of a lane while a message of it is out, dead letters after four receives. */
function createLanes() {
  const lanes = new Map<string, Kept[]>();
  const dead: SQSRecord[] = [];
  let number = 0;
  return {
    dead,
    send(lane: string, body: string): void {
      const kept = { record: recordOf(`message ${number++}`, body, { group: lane }), receives: 0, visibleAt: 0 };
      lanes.set(lane, [...(lanes.get(lane) ?? []), kept]);
    },
    /** The first message of each lane that may be had now. */
    receive(now: number): { lane: string; record: SQSRecord }[] {
      return [...lanes].flatMap(([lane, waiting]) => {
        while (waiting[0] && waiting[0].visibleAt <= now && waiting[0].receives === MOST_RECEIVES) {
          dead.push((waiting.shift() as Kept).record);
        }
        const [first] = waiting;
        if (!first || first.visibleAt > now) return [];
        first.receives += 1;
        first.visibleAt = now + VISIBILITY;
        first.record.attributes.ApproximateReceiveCount = String(first.receives);
        return [{ lane, record: first.record }];
      });
    },
    done: (lane: string): void => void lanes.get(lane)?.shift(),
    isEmpty: (): boolean => [...lanes.values()].every(({ length }) => length === 0),
  };
}

/** A store, feeds of which each has a host of its own, and what a tick of dispatch and the workers do with them. */
async function setting() {
  const world: DynaliteStore = await openDynaliteStore('2026-03-02T09:00:00Z');
  const { store, clock, socket, name } = world;
  const server = await serveFeed([{ guid: 'a', title: 'A roof', text: 'The roof is tight again.' }]);
  const fetcher = createFetcher({ contact: null, allowHosts: ['127.0.0.0/8'] }, clock);
  onTestFinished(async () => {
    fetcher.close();
    await world.close();
  });
  const lanes = createLanes();
  const log = quietLog();
  const dueAt = new Map<string, number>();
  const waited = new Map<string, number>();
  let deaths = 0;

  const add = async (id: string, kind: 'good' | 'deadly' = 'good'): Promise<void> => {
    await store.feeds.put({
      ...{ id, url: `${server.url}?${kind}=${encodeURIComponent(id)}`, title: id, siteUrl: null, folder: null },
      ...{ tags: [], fullText: 'never', paused: false, createdAt: toInstant(clock.now()) },
    });
    dueAt.set(id, clock.now());
  };
  const hostOf = (message: Message): string => (message.kind === 'feed' ? message.feedId : '');
  const send = async (messages: Message[]): Promise<void> => {
    const own = messages.map((message) => ({ ...message, host: hostOf(message) }));
    for (const { lane, body } of packMessages(own)) lanes.send(lane, body);
  };
  const polled = (id: string): void => {
    if (!waited.has(id)) waited.set(id, clock.now() - (dueAt.get(id) ?? 0));
  };

  /** In a process of its own, which may die. */
  const workInProcess = async (record: SQSRecord): Promise<boolean> => {
    const child = spawn(process.execPath, ['--import', 'tsx', WORKER, socket, name, toInstant(clock.now())], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    child.stdin.end(JSON.stringify({ Records: [record] }));
    const [written, [, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    for (const line of written.split('\n')) if (dueAt.has(line)) polled(line);
    if (signal !== null) deaths += 1;
    return signal === null;
  };
  const work = async (record: SQSRecord): Promise<boolean> => {
    const deadly = readPack(record.body).find((message) => message.kind === 'feed' && message.feedId === 'deadly');
    // Where it has moved on it is dropped, which needs no process.
    if (deadly?.kind === 'feed' && (await store.feeds.state('deadly'))?.nextPollAt === deadly.nextPollAt) {
      return workInProcess(record);
    }
    const deps = { store, fetcher, clock, log, retentionDays: 30, jitter: () => 0.5 };
    await handleFifoBatch(
      { Records: [record] },
      async (message, receiveCount, signal) => {
        if (message.kind !== 'feed') throw new Error('no feed');
        const { result } = await ingestFeed(message, { ...deps, receiveCount, signal });
        if (result !== 'dropped') polled(message.feedId);
      },
      { log, clock },
    );
    return true;
  };
  /** Half a minute, in which all that may be received is; a throttled receive comes to nothing. */
  const pass = async (isThrottled = false): Promise<void> => {
    for (let some = lanes.receive(clock.now()); some.length > 0; some = lanes.receive(clock.now())) {
      for (const { lane, record } of some) if (!isThrottled && (await work(record))) lanes.done(lane);
    }
    clock.advance(MINUTE / 2);
  };
  return {
    ...{ store, clock, lanes, add, pass, waited, deaths: () => deaths },
    tick: () => dispatch({ store, queue: { send }, clock, log }),
  };
}

test('a feed that kills its worker holds up its own lane, no other, and is put off', async () => {
  const { store, clock, lanes, add, tick, pass, waited, deaths } = await setting();
  const names = Array.from({ length: 200 }, (_, n) => `feed ${n}`);
  const inLane = (lane: number) => names.filter((name) => laneOf(name) === `lane-${lane}`);
  await add('deadly', 'deadly');
  const own = Number(laneOf('deadly').replace('lane-', ''));
  for (let minute = 0; minute < 14; minute++) {
    // News in its lane and in two others.
    for (let lane = own; lane < own + 3 && minute < 8; lane++) await add(inLane(lane % PACKING.lanes)[minute] ?? '');
    await tick();
    await pass();
    await pass();
  }
  expect(deaths()).toBe(2);
  expect(lanes.isEmpty()).toBe(true);
  expect(lanes.dead).toEqual([]);
  expect(waited.size).toBe(8 * 3);
  for (const [id, milliseconds] of waited) {
    expect(milliseconds).toBeLessThanOrEqual(laneOf(id) === `lane-${own}` ? 2 * VISIBILITY + MINUTE : MINUTE);
  }
  const state = await store.feeds.state('deadly');
  expect(state).toMatchObject({ status: 'failing', errorCount: 1, lastError: { code: 'worker-stopped' } });
  expect(Date.parse(state?.nextPollAt ?? '') - clock.now()).toBeGreaterThan(45 * MINUTE);
}, 120_000);

test('three throttled receives lose nothing, and leave no dead letter', async () => {
  const { store, clock, lanes, add, tick, pass, waited } = await setting();
  const ids = Array.from({ length: 10 }, (_, n) => `feed ${n}`);
  for (const id of ids) await add(id);
  await tick();
  for (let receive = 0; receive < 3; receive++) {
    await pass(true);
    clock.advance(VISIBILITY);
  }
  expect(waited.size).toBe(0);
  await pass();
  expect([...waited.keys()].toSorted()).toEqual(ids);
  expect(lanes.isEmpty()).toBe(true);
  expect(lanes.dead).toEqual([]);
  for (const id of ids) expect(await store.feeds.state(id)).toMatchObject({ status: 'ok', errorCount: 0 });
});
