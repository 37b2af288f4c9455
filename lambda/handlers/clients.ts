import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../model/ports.ts';
import type { StoreOptions } from '../store/store-context.ts';
import { dynamoTable } from '../store/table/dynamo-table.ts';

/** The machine's own time. */
export const systemClock: Clock = { now: () => Date.now() };

/** What a store on DynamoDB needs, with region and credentials as the function's environment has them. */
export function cloudTable(name: string): StoreOptions {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { table: dynamoTable({ client, name }), clock: systemClock };
}
