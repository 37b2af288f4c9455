import type { Message } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { feedOf } from '../../lambda/api/feeds/subscribe.ts';
import { systemClock } from '../../lambda/handlers/clients.ts';
import { laneOf as laneOfHost, readPack } from '../../lambda/handlers/packs.ts';
import { subjectOf } from '../../lambda/store/counts/subject.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import type { Report } from '../deploy/report.ts';
import type { FaultFeeds } from '../faults/fault-feeds.ts';
import { eventOf, type Lanes, laneOf, RECEIVES } from './lanes.ts';

/** Feeds, each a host of its own, and their entries. */
export const [FEEDS, ENTRIES] = [24, 2];
/** So many of them are subscribed at first. */
const FIRST = 8;

/** What is tried with. */
interface Trial {
  table: Table;
  lanes: Lanes;
  feeds: FaultFeeds;
  report: Report;
}

/** Dispatch, lanes that block and go on, a worker that died, a poisoned message, and rollup. */
export async function tryHandlers({ table, lanes, feeds, report }: Trial): Promise<void> {
  // They read the environment when they are loaded.
  const { handler: dispatch } = await import('../../lambda/handlers/dispatch.ts');
  const { handler: ingest } = await import('../../lambda/handlers/ingest.ts');
  const { handler: rollup } = await import('../../lambda/handlers/rollup.ts');
  const store = createStore({ table, clock: systemClock });
  const subscribe = async (from: number, to: number): Promise<void> => {
    for (let feed = from; feed < to; feed++) {
      feeds.edition.set(feed, 1);
      await store.feeds.put(
        feedOf({ url: feeds.urlOf(feed), title: `Gazette ${feed}`, fullText: 'never' }, systemClock),
      );
    }
  };
  const dispatched = (awsRequestId: string) => dispatch({}, { awsRequestId } as Context);
  /** Works on a message; it is ended unless it is answered as failed. */
  const work = async (message: Message): Promise<boolean> => {
    const { batchItemFailures } = await ingest(eventOf(message));
    if (batchItemFailures.length > 0) return false;
    await lanes.end(message);
    return true;
  };
  /** Works on all that is received, and answers the lanes of it. */
  const workOnAll = async (): Promise<string[]> => {
    const worked: string[] = [];
    for (let message = await lanes.receive(); message; message = await lanes.receive()) {
      worked.push(laneOf(message));
      if (!(await work(message))) throw new Error(`a message of ${laneOf(message)} was not ended`);
    }
    return worked;
  };

  await subscribe(0, FIRST);
  const sent = await dispatched('run-1');
  report.check(`dispatch sends the ${FIRST} feeds that are due`, sent.sent === FIRST, sent);
  const slow = await lanes.receive();
  if (!slow) throw new Error('nothing was received');
  const lane = laneOf(slow);
  const pack = readPack(slow.Body ?? '');
  report.check(
    'a pack has hosts of its lane only',
    pack.length > 0 && pack.every(({ host }) => laneOfHost(host) === lane),
    pack,
  );

  await subscribe(FIRST, FEEDS);
  await dispatched('run-2');
  const others = await workOnAll();
  report.check(
    'while a message of a lane is in work, the other lanes go on and this one waits',
    others.length > 1 && !others.includes(lane),
    { lane, others },
  );

  await lanes.expire(slow);
  const again = await lanes.receive();
  report.check(
    'a message whose worker died comes again, before all others of its lane',
    again?.MessageId === slow.MessageId && again?.Attributes?.ApproximateReceiveCount === '2',
    again,
  );
  if (!again) throw new Error('the message has gone');
  report.check('the second worker polls its feeds, and ends it', await work(again));
  const after = await workOnAll();
  report.check('then its lane goes on', after.length > 0 && after.every((name) => name === lane), { lane, after });

  const states = await Promise.all(
    Array.from({ length: FEEDS }, (_, n) => store.feeds.state(feedOf({ url: feeds.urlOf(n) }, systemClock).id)),
  );
  report.check(
    'all feeds are polled',
    states.every((state) => state?.status === 'ok'),
    states.map((state) => state?.status),
  );
  const none = await dispatched('run-3');
  report.check('no feed is due any more', none.sent === 0, none);

  await tryPoison({ lanes, report }, lane, work);

  const items = new Set<string>();
  for await (const { record } of store.items.newest({})) items.add(record.id);
  const reports = await Promise.all([rollup(), rollup()]);
  const outcomes = reports.map(({ outcome }) => outcome).sort();
  report.check('of two rollups at once one counts', outcomes.join() === 'busy,finished', outcomes);
  const rows = await store.rollups.ofSubject(subjectOf.all());
  const counted = rows.reduce((sum, row) => sum + row.items, 0);
  report.check(`${FEEDS * ENTRIES} items are counted`, items.size === FEEDS * ENTRIES && counted === items.size, [
    items.size,
    counted,
  ]);
  const next = await rollup();
  report.check('the next run is not due within the hour', next.outcome === 'not-due', next);
  const { missing, status } = await store.search.check();
  report.check('the word index is whole', status === 'complete' && missing.length === 0, missing);
}

/** A message that no version can read is dead after its receives, and holds up no other lane. */
async function tryPoison(
  { lanes, report }: Pick<Trial, 'lanes' | 'report'>,
  lane: string,
  work: (message: Message) => Promise<boolean>,
): Promise<void> {
  const [poison, other] = ['poison, and no message at all', '{"messages":[]}'];
  await lanes.send(poison, lane);
  let failed = 0;
  for (let receive = 0; receive < RECEIVES; receive++) {
    const message = await lanes.receive();
    if (message?.Body !== poison) break;
    if (!(await work(message))) failed += 1;
    if (receive === 0) {
      await lanes.send(other, 'lane-of-another');
      report.check('another lane goes on beside it', (await lanes.receive())?.Body === other);
    }
    await lanes.expire(message);
  }
  report.check(`a poisoned message fails at each of ${RECEIVES} receives`, failed === RECEIVES, failed);
  const next = await lanes.receive();
  report.check('then it is received no more', next?.Body !== poison, next);
  const dead = await lanes.dead();
  report.check('and stands among the dead letters', dead?.Body === poison, dead);
}
