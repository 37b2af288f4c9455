import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** How much of the fatal write still reaches the table. */
export type Fate = 'nothing' | 'half' | 'all';

/** What a process that is killed leaves behind: its client throws at the write with that number, and at all after it. */
export class Killed extends Error {}

const WRITES = ['PutCommand', 'UpdateCommand', 'DeleteCommand', 'BatchWriteCommand'];

/** A client that dies at its n-th write (from 1); `writes()` tells how many there were. */
export function dyingClient(client: DynamoDBDocumentClient, fatal: number, fate: Fate) {
  let count = 0;
  const send = async (command: { constructor: { name: string }; input: unknown }) => {
    const isWrite = WRITES.includes(command.constructor.name);
    if (isWrite) count++;
    if (count > fatal || (isWrite && count === fatal && fate === 'nothing')) throw new Killed();
    const answer = await client.send(
      (isWrite && count === fatal && fate === 'half' ? half(command) : command) as never,
    );
    if (isWrite && count === fatal) throw new Killed();
    return answer;
  };
  return { client: { ...client, send } as unknown as DynamoDBDocumentClient, writes: () => count };
}

function half(command: { constructor: { name: string }; input: unknown }) {
  if (!(command instanceof BatchWriteCommand)) return command;
  const tables = Object.entries(command.input.RequestItems ?? {});
  return new BatchWriteCommand({
    RequestItems: Object.fromEntries(
      tables.map(([table, requests = []]) => [table, requests.slice(0, Math.ceil(requests.length / 2))]),
    ),
  });
}
