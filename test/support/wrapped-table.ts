import type { Attributes, Key, Table } from '../../lambda/store/table/port.ts';

/** One write as it reaches a table: `run` does it, `runPart` only what it is given of its records. */
export interface TableWrite {
  puts: readonly Attributes[];
  deletes: readonly Key[];
  run(): Promise<unknown>;
  /** Of a batch; any other write is done whole or not at all. */
  runPart(isDone: () => boolean): Promise<unknown>;
}

/** What a test does at reads and writes of a table. */
export interface TableHooks {
  read?(): void;
  /** Does the write, or not. */
  write?(write: TableWrite): Promise<unknown>;
}

/** A table whose reads and writes a test sees, and may refuse. */
export function wrappedTable(table: Table, { read = () => {}, write = ({ run }) => run() }: TableHooks): Table {
  const single = async (run: () => Promise<boolean>, records: Partial<TableWrite> = {}): Promise<boolean> =>
    (await write({ puts: [], deletes: [], run, runPart: async () => {}, ...records })) as boolean;
  return {
    async get(...given) {
      read();
      return table.get(...given);
    },
    async batchGet(...given) {
      read();
      return table.batchGet(...given);
    },
    async *query(query) {
      read();
      yield* table.query(query);
    },
    async *scan(scan) {
      read();
      yield* table.scan(scan);
    },
    put: (record, condition) => single(() => table.put(record, condition), { puts: [record] }),
    update: (...given) => single(() => table.update(...given)),
    delete: (key, condition) => single(() => table.delete(key, condition), { deletes: [key] }),
    async batchWrite(puts, deletes = []) {
      // Nothing to write is no write.
      if (puts.length + deletes.length === 0) return;
      await write({
        puts,
        deletes,
        run: () => table.batchWrite(puts, deletes),
        runPart: (isDone) => table.batchWrite(puts.filter(isDone), deletes.filter(isDone)),
      });
    },
  };
}
