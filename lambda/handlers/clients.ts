import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describeError, type StoreError } from '../model/errors.ts';
import type { Clock, Log } from '../model/ports.ts';
import type { StoreOptions } from '../store/store-context.ts';
import { dynamoTable } from '../store/table/dynamo-table.ts';

/** The machine's own time. */
export const systemClock: Clock = { now: () => Date.now() };

/** What a store on DynamoDB needs, with region and credentials as the function's environment has them; damaged records that lists leave out are logged. */
export function cloudTable(name: string, log: Pick<Log, 'warn'>): StoreOptions {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const onDamaged = (error: StoreError): void =>
    log.warn('a damaged record is left out of a list', describeError(error));
  return { table: dynamoTable({ client, name }), clock: systemClock, onDamaged };
}
