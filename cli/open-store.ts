import { describeError, StoreError } from '../lambda/model/errors.ts';
import type { Log } from '../lambda/model/ports.ts';
import type { Table } from '../lambda/store/table/port.ts';
import type { OpenStore } from '../local/open-store.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';
import type { StoreOptions } from './options/store-options.ts';
import type { Terminal } from './terminal.ts';

/** A log that tells warnings and what takes long on stderr. */
export async function terminalLog(terminal: Terminal): Promise<Log> {
  const { createLineLog } = await import('../local/line-log.ts');
  return createLineLog((line) => terminal.tell(line), process.env.DEBUG ? 'info' : 'error');
}

/**
 * Opens the store that the options choose, does the work, and closes it again, also where the work fails. Errors of a store that does not answer are told
 * with what to look at. Throws CommandError `no-store` for a folder that holds none: a mistyped one is told, and never made.
 */
export async function withOpenStore<T>(options: StoreOptions, terminal: Terminal, work: StoreWork<T>): Promise<T> {
  if (options.table === undefined) await requireStore(options.data);
  return withStoreOf(options, terminal, work);
}

/** As `withOpenStore`; where the folder holds no store, makes one and says so. For commands that a user may begin with. */
export async function withNewStore<T>(options: StoreOptions, terminal: Terminal, work: StoreWork<T>): Promise<T> {
  const { hasStore } = await import('../local/data-folder.ts');
  const isNew = options.table === undefined && !(await onFolder(options.data, () => hasStore(options.data)));
  return withStoreOf(options, terminal, (store) => {
    if (isNew) terminal.tell(`New store in ${options.data}.`);
    return work(store);
  });
}

/** Opens the table below the store, for what copies records as they are; `isNew` makes a folder that is not there. */
export async function withTable<T>(
  options: StoreOptions,
  terminal: Terminal,
  { isNew }: { isNew: boolean },
  work: (table: Table) => Promise<T>,
): Promise<T> {
  if (options.table === undefined && !isNew) await requireStore(options.data);
  if (options.table !== undefined) {
    const { cloudTable } = await import('../lambda/handlers/clients.ts');
    const { table } = cloudTable(options.table, await terminalLog(terminal));
    return work(table).catch((error: unknown) => {
      throw explained(error, options.table ?? '');
    });
  }
  const opened = await openFolder(options.data, terminal);
  try {
    return await work(opened.table);
  } finally {
    await opened.close();
  }
}

type StoreWork<T> = (store: OpenStore['store']) => Promise<T>;

async function withStoreOf<T>(options: StoreOptions, terminal: Terminal, work: StoreWork<T>): Promise<T> {
  const opened = options.table ? await openTable(options.table, terminal) : await openFolder(options.data, terminal);
  try {
    return await work(opened.store);
  } catch (error) {
    throw options.table ? explained(error, options.table) : error;
  } finally {
    await opened.close();
  }
}

async function requireStore(folder: string): Promise<void> {
  const { hasFolder, hasStore } = await import('../local/data-folder.ts');
  if (await onFolder(folder, () => hasStore(folder))) return;
  const message = (await hasFolder(folder)) ? `the folder ${folder} holds no store` : `there is no folder ${folder}`;
  const hint =
    'Name another one with --data FOLDER or DATELINE_DATA; `dateline serve` and `dateline feeds add` make one.';
  throw new CommandError(EXIT.notFound, 'no-store', message, hint);
}

const REASONS: Record<string, string> = {
  EACCES: 'this user may not write there',
  EEXIST: 'it is a file',
  ENOENT: 'it can not be made there',
  ENOTDIR: 'it is a file, or lies in one',
  EROFS: 'nothing can be written there',
};

/** The error of a data folder that can't be used as what a person is told of it; any other as it is. */
export function folderError(folder: string, error: unknown): unknown {
  if (!isFileError(error)) return error;
  const reason = REASONS[error.code ?? ''] ?? describeError(error).message;
  return new CommandError(
    EXIT.unavailable,
    'data-folder',
    `the data folder ${folder} can't be used: ${reason}`,
    'Choose another one with --data FOLDER.',
    error,
  );
}

/** Does work on the folder; what goes wrong with that is told. */
async function onFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw folderError(folder, error);
  }
}

async function openFolder(folder: string, terminal: Terminal): Promise<OpenStore> {
  const { openLocalStore } = await import('../local/open-store.ts');
  const { systemClock } = await import('../local/clock.ts');
  const { createLineLog } = await import('../local/line-log.ts');
  // Rebuilding indexes and waiting for another process may take long: that is told, unlike the log of a command's own work.
  const log = createLineLog((line) => terminal.tell(line), 'info');
  return onFolder(folder, () => openLocalStore(folder, systemClock, log));
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

async function openTable(table: string, terminal: Terminal): Promise<Pick<OpenStore, 'store' | 'close'>> {
  const { createCloudStore } = await import('../lambda/handlers/cloud-store.ts');
  return {
    store: createCloudStore(table, { warn: (message, { message: why } = {}) => terminal.tell(`${message}: ${why}`) }),
    close: async () => undefined,
  };
}

function explained(error: unknown, table: string): unknown {
  if (!(error instanceof StoreError) || !(error.cause instanceof Error)) return error;
  const { name, message } = error.cause;
  if (name === 'ResourceNotFoundException') {
    const text = `there is no table ${JSON.stringify(table)} in this account and region`;
    return new CommandError(EXIT.notFound, 'unknown-table', text, 'The outputs of `cdk deploy` name the table.', error);
  }
  if (/credential|token|region|signature/i.test(`${name} ${message}`)) {
    const hint = 'Set AWS_REGION, and AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
    return new CommandError(
      EXIT.unavailable,
      'aws-access',
      `the table ${table} can't be reached: ${message}`,
      hint,
      error,
    );
  }
  return error;
}
