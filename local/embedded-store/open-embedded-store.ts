import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { StoreError } from '../../lambda/model/errors.ts';
import type { Log } from '../../lambda/model/ports.ts';
import { dynamoTable } from '../../lambda/store/table/dynamo-table.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import { convertFormer } from './convert-former.ts';
import { directClient } from './direct-client.ts';
import { openEngine } from './engine/open-engine.ts';
import { type OwnerLock, takeOwnerLock } from './owner-lock.ts';
import { noteOwner, readOwner, removeOwnerNote } from './owner-note.ts';
import { connectToSocket, ensureTable } from './socket-client.ts';
import { answers, findSocketPlace, makeSocketPlace, removeSocketPlace } from './socket-place.ts';
import { listenOnSocket } from './socket-server.ts';

/** The table on this machine. */
export interface EmbeddedStore {
  table: Table;
  /** Whether this process holds the data; otherwise it uses that of another one. */
  owner: boolean;
  close(): Promise<void>;
}

const TABLE = 'dateline';
const PAUSE = 50;
const NOTICE_AFTER = 40;
/** An owner that takes over the records of a former version answers only when it is done. */
const LONGEST_WAIT = 10 * 60 * 1000;

/**
 * Opens the store in the folder, or, where another process has it open, reaches that one through its socket; waits while
 * that one starts or stops. Throws StoreError `unavailable` where it does neither for `waitMilliseconds`.
 */
export async function openEmbeddedStore(options: {
  folder: string;
  log: Log;
  waitMilliseconds?: number;
}): Promise<EmbeddedStore> {
  const { log, waitMilliseconds = LONGEST_WAIT } = options;
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let round = 0; round * PAUSE <= waitMilliseconds; round++) {
    const lock = await takeOwnerLock(folder);
    if (lock) return openAsOwner(folder, lock, log);
    const socket = await findSocketPlace(folder);
    if (await answers(socket)) return openAsGuest(socket);
    if (round === NOTICE_AFTER) log.info('waiting for the process that has the store open', { folder });
    await setTimeout(PAUSE);
  }
  const pid = await readOwner(folder);
  throw new StoreError('unavailable', `process ${pid} has the store in ${folder} open, but does not answer`);
}

async function openAsGuest(socket: string): Promise<EmbeddedStore> {
  const client = connectToSocket(socket);
  await ensureTable(client, TABLE, setTimeout);
  return { table: dynamoTable({ client, name: TABLE }), owner: false, close: async () => client.destroy() };
}

async function openAsOwner(folder: string, lock: OwnerLock, log: Log): Promise<EmbeddedStore> {
  const undo: (() => Promise<unknown>)[] = [lock.release];
  const undoAll = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await noteOwner(folder, process.pid);
    undo.push(() => removeOwnerNote(folder));
    const { engine, writer, close } = await openEngine(join(folder, 'records'));
    undo.push(close);
    await convertFormer(folder, writer, log);
    const socket = await makeSocketPlace(folder);
    undo.push(() => removeSocketPlace(folder));
    const server = await listenOnSocket(socket, engine);
    undo.push(server.close);
    return { table: dynamoTable({ client: directClient(engine), name: TABLE }), owner: true, close: undoAll };
  } catch (error) {
    await undoAll();
    throw error;
  }
}
