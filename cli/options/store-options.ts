import { type Command, Option } from 'commander';

/** Which store a command works on. */
export interface StoreOptions {
  data: string;
  table?: string;
}

/** The folder of the store where nothing names another one. */
export const DEFAULT_DATA = './data';

/** The folder option, for commands that work on this machine's store only. */
export const dataOption = (): Option =>
  new Option('--data <folder>', 'folder of the local store').env('DATELINE_DATA').default(DEFAULT_DATA);

/** Adds the options that choose the store. */
export function withStore(command: Command): Command {
  return command
    .addOption(dataOption())
    .addOption(
      new Option('--table <name>', 'a deployed table instead, with the usual AWS settings and credentials').env(
        'DATELINE_TABLE',
      ),
    );
}
