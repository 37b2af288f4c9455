import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createStore } from '../../lambda/store/create-store.ts';
import type { Store } from '../../lambda/store/store.ts';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import type { FakeClock } from '../../test/support/fake-clock.ts';
import { type ConsumedCapacity, countingClient, newConsumedCapacity } from './counting-client.ts';

/** What a stretch of work took. */
export interface RecordedWork {
  consumed: ConsumedCapacity;
  count: number;
  milliseconds: number;
}

/** Counts units and processor time of named stretches of work. */
export interface WorkRecorder {
  /** Counts units where `counts` is set; while time is taken, nothing is counted, for counting takes time. */
  store(): Store;
  plain: Store;
  counts: boolean;
  recorded: Map<string, RecordedWork>;
  measure<T>(name: string, count: number, work: () => Promise<T>): Promise<T>;
  /** Throws where nothing of that name was measured. */
  of(name: string): RecordedWork;
}

/** A meter on a table of DynamoDB. */
export function createWorkRecorder(client: DynamoDBDocumentClient, name: string, clock: FakeClock): WorkRecorder {
  let present = newConsumedCapacity();
  const plain = createStore({ table: dynamoTable({ client, name }), clock });
  const counting = createStore({ table: dynamoTable({ client: countingClient(client, () => present), name }), clock });
  const recorded = new Map<string, RecordedWork>();
  const work: WorkRecorder = {
    store: () => (work.counts ? counting : plain),
    plain,
    counts: false,
    recorded,
    async measure(title, count, run) {
      const stretch = recorded.get(title) ?? { consumed: newConsumedCapacity(), count: 0, milliseconds: 0 };
      recorded.set(title, stretch);
      present = stretch.consumed;
      stretch.count += count;
      const before = process.cpuUsage();
      const result = await run();
      const { user, system } = process.cpuUsage(before);
      stretch.milliseconds += (user + system) / 1000;
      return result;
    },
    of(title) {
      const stretch = recorded.get(title);
      if (!stretch) throw new Error(`${title} was not measured`);
      return stretch;
    },
  };
  return work;
}
