import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createStore } from '../../lambda/store/create-store.ts';
import type { Store } from '../../lambda/store/store.ts';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import type { FakeClock } from '../../test/support/fake-clock.ts';
import { countingClient, type Meter, newMeter } from './counting-client.ts';

/** What a stretch of work took. */
export interface Stretch {
  meter: Meter;
  count: number;
  milliseconds: number;
}

/** Counts units and processor time of named stretches of work. */
export interface WorkMeter {
  /** Counts units where `counts` is set; while time is taken, nothing is counted, for counting takes time. */
  store(): Store;
  plain: Store;
  counts: boolean;
  stretches: Map<string, Stretch>;
  measure<T>(name: string, count: number, work: () => Promise<T>): Promise<T>;
  /** Throws where nothing of that name was measured. */
  of(name: string): Stretch;
}

/** A meter on a table of DynamoDB. */
export function meterWork(client: DynamoDBDocumentClient, name: string, clock: FakeClock): WorkMeter {
  let present = newMeter();
  const plain = createStore({ table: dynamoTable({ client, name }), clock });
  const counting = createStore({ table: dynamoTable({ client: countingClient(client, () => present), name }), clock });
  const stretches = new Map<string, Stretch>();
  const work: WorkMeter = {
    store: () => (work.counts ? counting : plain),
    plain,
    counts: false,
    stretches,
    async measure(title, count, run) {
      const stretch = stretches.get(title) ?? { meter: newMeter(), count: 0, milliseconds: 0 };
      stretches.set(title, stretch);
      present = stretch.meter;
      stretch.count += count;
      const before = process.cpuUsage();
      const result = await run();
      const { user, system } = process.cpuUsage(before);
      stretch.milliseconds += (user + system) / 1000;
      return result;
    },
    of(title) {
      const stretch = stretches.get(title);
      if (!stretch) throw new Error(`${title} was not measured`);
      return stretch;
    },
  };
  return work;
}
