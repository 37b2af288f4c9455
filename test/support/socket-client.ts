import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableDefinition } from '../../lambda/store/table/table-schema.ts';

const AT_ONCE = 16;
const TRIES = 200;
const PAUSE = 10;

/**
 * A client that reaches DynamoDB's protocol at a unix socket only; destroy it to let its connections go. It waits `requestTimeout` milliseconds
 * for an answer before it asks again; for ever where none is given.
 */
export function connectToSocket(socket: string, requestTimeout = 0): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    endpoint: 'http://localhost',
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: { httpAgent: new SocketAgent(socket), requestTimeout, throwOnRequestTimeout: true },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** Connects to a unix socket whatever the request's host is. */
class SocketAgent extends Agent {
  readonly #socket: string;

  constructor(socket: string) {
    super({ keepAlive: true, maxSockets: AT_ONCE });
    this.#socket = socket;
  }

  override createConnection(): Socket {
    const connection = connect(this.#socket);
    // A request hears of errors by itself, but lets go of its connection when the answer is there. A long body may not be
    // noted as sent by then; were the connection ended at that moment, the error would find nobody and end the process.
    connection.on('error', () => {});
    return connection;
  }
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
