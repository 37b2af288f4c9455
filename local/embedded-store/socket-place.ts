import { mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** sun_path of unix(7) has 108 bytes on Linux and 104 on macOS, with a zero byte at the end. */
const LONGEST_PATH = 100;
const SOCKET = 'store.sock';

const runFolder = (folder: string): string => join(folder, 'run');
const nameFile = (folder: string): string => join(folder, 'run', 'socket-path');

/** The path for a new socket: in the data folder, or in a private folder that a file there names where that is too long. */
export async function makeSocketPlace(folder: string): Promise<string> {
  await removeSocketPlace(folder);
  await mkdir(runFolder(folder), { recursive: true, mode: 0o700 });
  const socket = join(runFolder(folder), SOCKET);
  if (Buffer.byteLength(socket) <= LONGEST_PATH) return socket;
  const elsewhere = join(await mkdtemp(join(tmpdir(), 'dateline-')), SOCKET);
  await writeFile(nameFile(folder), elsewhere, { mode: 0o600 });
  return elsewhere;
}

/** Where the owner's socket is. */
export async function findSocketPlace(folder: string): Promise<string> {
  try {
    return await readFile(nameFile(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return join(runFolder(folder), SOCKET);
  }
}

/** Removes a socket, be it our own or that of an owner that died; only for the owner of the lock. */
export async function removeSocketPlace(folder: string): Promise<void> {
  const socket = await findSocketPlace(folder);
  // The path comes from a file: nothing but a socket of ours and its empty folder may go.
  if (basename(socket) === SOCKET && dirname(socket) !== runFolder(folder)) {
    await rm(socket, { force: true });
    await rmdir(dirname(socket)).catch(() => null);
  }
  await rm(runFolder(folder), { recursive: true, force: true });
}

/** Whether somebody listens at the socket. */
export function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}
