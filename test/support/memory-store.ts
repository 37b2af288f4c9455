import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../../lambda/model/ports.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import type { Store } from '../../lambda/store/store.ts';
import { connectToSocket, ensureTable } from '../../local/embedded-store/socket-client.ts';
import { listenWithDynalite } from './dynalite-socket.ts';

/** A clock that a test turns. */
export interface FakeClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

/** A clock that stands at the instant until it is turned. */
export function fakeClock(instant: string): FakeClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    set(next) {
      now = Date.parse(next);
    },
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

/** A real store on a dynalite in memory. */
export interface MemoryStore {
  store: Store;
  clock: FakeClock;
  client: DynamoDBDocumentClient;
  table: string;
  /** Where another process reaches the same table. */
  socket: string;
  close(): Promise<void>;
}

/** Opens an empty store whose clock stands at `now`; close it when the test is over. */
export async function openMemoryStore(now = '2026-03-02T09:00:00Z'): Promise<MemoryStore> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const socket = join(folder, 'store.sock');
  const server = await listenWithDynalite(socket);
  const client = connectToSocket(socket);
  const table = 'dateline';
  await ensureTable(client, table, setTimeout);
  const clock = fakeClock(now);
  return {
    store: createStore({ client, table, clock, delay: () => Promise.resolve() }),
    clock,
    client,
    table,
    socket,
    async close() {
      client.destroy();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
