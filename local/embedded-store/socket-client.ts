import { Agent, type AgentOptions } from 'node:http';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableDefinition } from '../../lambda/store/table-schema.ts';

const AT_ONCE = 16;
const TRIES = 200;
const PAUSE = 10;

/** A client that reaches DynamoDB's protocol at a unix socket only; destroy it to let its connections go. */
export function connectToSocket(socket: string): DynamoDBDocumentClient {
  // The types of node:http leave out that an agent passes `socketPath` on to every connection.
  const options = { keepAlive: true, maxSockets: AT_ONCE, socketPath: socket } as AgentOptions;
  const client = new DynamoDBClient({
    endpoint: 'http://localhost',
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: { httpAgent: new Agent(options) },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** Makes the table where it is missing, and waits until it takes records. */
export async function ensureTable(
  client: DynamoDBDocumentClient,
  table: string,
  delay: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  for (let round = 0; round < TRIES; round++) {
    const status = await statusOf(client, table);
    if (status === 'ACTIVE') return;
    if (status === null) await client.send(new CreateTableCommand(tableDefinition(table)));
    else await delay(PAUSE);
  }
  throw new Error(`the table ${table} did not become active`);
}

async function statusOf(client: DynamoDBDocumentClient, table: string): Promise<string | null> {
  try {
    const answer = await client.send(new DescribeTableCommand({ TableName: table }));
    return answer.Table?.TableStatus ?? null;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return null;
    throw error;
  }
}
