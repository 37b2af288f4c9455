import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../model/ports.ts';
import { createStore } from '../store/create-store.ts';
import type { Store } from '../store/store.ts';

/** The machine's own time. */
export const systemClock: Clock = { now: () => Date.now() };

/** The store on DynamoDB, with region and credentials as the function's environment has them. */
export function createCloudStore(table: string): Store {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return createStore({ client, table, clock: systemClock });
}
