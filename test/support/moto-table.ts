import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import { ensureTable } from './socket-client.ts';

/** A table on a moto server. */
export interface MotoTable {
  table: Table;
  client: DynamoDBDocumentClient;
  name: string;
  close(): void;
}

/** Makes an empty table there. */
export async function openMotoTable(endpoint: string): Promise<MotoTable> {
  const name = `dateline-${randomBytes(6).toString('hex')}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'us-east-1', credentials }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  await ensureTable(client, name, pause);
  return { table: dynamoTable({ client, name }), client, name, close: () => client.destroy() };
}
