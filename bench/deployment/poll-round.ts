import type { Feed } from '../../lambda/model/feed.ts';
import { eventually } from '../../test/deploy/eventually.ts';
import type { Deployment } from './deploy-stack.ts';
import { expectNumbers } from './expect-numbers.ts';
import { readQueues } from './queue-state.ts';
import { type Runs, readRuns } from './read-runs.ts';

/** One round of polls through schedule, queue and functions. */
export interface Round extends Omit<Runs, 'firstTick' | 'problems'> {
  name: string;
  feeds: number;
  /** Seconds from when the feeds were there to be polled until the API had an item; in the first round only. */
  firstItem: number | null;
  /** Seconds from then until the last feed was polled and its items were stored. */
  seconds: number;
  /** Seconds until then from the beginning of the tick that sent the first feed. */
  fromTick: number;
  failedRuns: number;
  deadLetters: number;
}

/** A tick is waited for up to 70 seconds; the emulator works on one batch of a FIFO queue at a time. */
const patience = (feeds: number): number => 120 + feeds * 5;

/** Waits until every feed was polled after `from`, and the queue is empty; throws an Error where something has failed. */
export async function awaitRound(
  { name, feeds, from, untilFirstItem }: { name: string; feeds: Feed[]; from: number; untilFirstItem?: boolean },
  deployment: Deployment,
): Promise<Round> {
  const { cloud, outputs, store } = deployment;
  const firstItem = untilFirstItem ? ((await firstItemShown(deployment, feeds.length)) - from) / 1000 : null;
  const ids = feeds.map(({ id }) => id);
  const last = await eventually(
    `${name}: every feed was polled`,
    patience(feeds.length),
    async () => {
      const states = [...(await store.feeds.states(ids)).values()];
      const times = states.map(({ lastPollAt }) => Date.parse(lastPollAt ?? '1970-01-01'));
      return times.length === feeds.length && Math.min(...times) >= from ? Math.max(...times) : undefined;
    },
    2_000,
  );
  const { failedRuns, deadLetters } = await eventually(
    `${name}: the queue is empty`,
    patience(feeds.length),
    async () => {
      const state = await readQueues(cloud, outputs);
      return state.messages === 0 ? state : undefined;
    },
    2_000,
  );
  const { firstTick, problems, ...runs } = await readRuns(cloud, from);
  if (firstTick === null) throw new Error(`${name}: no tick has sent anything`);
  if (problems.length > 0)
    throw new Error(`${name}: the functions told of problems:\n${problems.slice(0, 5).join('\n')}`);
  expectNumbers(name, {
    failedRuns: [failedRuns, 0],
    deadLetters: [deadLetters, 0],
    failedPolls: [runs.polls.failed, 0],
  });
  return {
    ...{ name, feeds: feeds.length, firstItem, seconds: (last - from) / 1000, fromTick: (last - firstTick) / 1000 },
    ...{ ...runs, failedRuns, deadLetters },
  };
}

async function firstItemShown({ cloud, outputs, key }: Deployment, feeds: number): Promise<number> {
  return eventually('an item through the API', patience(feeds), async () => {
    const { status, body } = await cloud.api(outputs, '/v1/items?limit=1', key);
    if (status !== 200) throw new Error(`the API answers ${status}: ${body}`);
    return (JSON.parse(body) as { data: unknown[] }).data.length > 0 ? Date.now() : undefined;
  });
}
