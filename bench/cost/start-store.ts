import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { connectToSocket, ensureTable } from '../../test/support/socket-client.ts';

/** A store in a process of its own. */
export interface StoreProcess {
  client: DynamoDBDocumentClient;
  table: string;
  /** Where others reach it. */
  socket: string;
  close(): Promise<void>;
}

/** Starts an empty store. */
export async function startStore(): Promise<StoreProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-cost-'));
  const socket = join(folder, 'store.sock');
  const script = new URL('store-process.ts', import.meta.url).pathname;
  const child = fork(script, [socket], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  await once(child, 'message');
  const client = connectToSocket(socket);
  const table = 'dateline';
  await ensureTable(client, table, setTimeout);
  return {
    client,
    table,
    socket,
    async close() {
      client.destroy();
      child.disconnect();
      await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}
