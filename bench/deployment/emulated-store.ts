import { readFile } from 'node:fs/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createStore } from '../../lambda/store/create-store.ts';
import type { Store } from '../../lambda/store/store.ts';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import type { Emulator } from '../../test/deploy/emulator.ts';

/** The store on a table of the emulator, beside the functions that work on it. */
export async function openEmulatedStore(
  { environment, certificate }: Emulator,
  table: string,
): Promise<{ store: Store; close(): void }> {
  const dynamo = new DynamoDBClient({
    endpoint: environment.AWS_ENDPOINT_URL ?? '',
    region: environment.AWS_REGION ?? '',
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
    },
    requestHandler: { httpsAgent: { ca: await readFile(certificate) } },
  });
  const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  return {
    store: createStore({ table: dynamoTable({ client, name: table }), clock: { now: () => Date.now() } }),
    close: () => dynamo.destroy(),
  };
}
