import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createStore } from '../../lambda/store/create-store.ts';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import { listenWithDynalite } from './dynalite-socket.ts';
import { fakeClock } from './fake-clock.ts';
import type { MemoryStore } from './memory-store.ts';
import { connectToSocket, ensureTable } from './socket-client.ts';

/** A store on a dynalite in memory: for what has to be seen on DynamoDB's protocol. */
export interface DynaliteStore extends MemoryStore {
  client: DynamoDBDocumentClient;
  /** Where another process reaches the same table. */
  socket: string;
  name: string;
}

/** Opens an empty store whose clock stands at `now`; close it when the test is over. */
export async function openDynaliteStore(now = '2026-03-02T09:00:00Z'): Promise<DynaliteStore> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const socket = join(folder, 'store.sock');
  const server = await listenWithDynalite(socket);
  const client = connectToSocket(socket);
  const name = 'dateline';
  await ensureTable(client, name, setTimeout);
  const clock = fakeClock(now);
  const table = dynamoTable({ client, name });
  return {
    store: createStore({ table, clock, delay: () => Promise.resolve() }),
    clock,
    table,
    client,
    name,
    socket,
    async close() {
      client.destroy();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
