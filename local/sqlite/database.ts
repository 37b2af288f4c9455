import Libsql from 'libsql';

/** A value of a column. */
export type Cell = string | number | null | Uint8Array;

/**
 * One connection to an SQLite file: the only place that knows the binding, so that `node:sqlite` can take its place. Calls are synchronous, and throw
 * errors that carry SQLite's code, as `SQLITE_FULL`.
 */
export interface Database {
  exec(sql: string): void;
  /** All rows at once: a cursor that is left open would keep the write-ahead log from being checkpointed. */
  all(sql: string, ...values: Cell[]): Cell[][];
  /** The first row. */
  get(sql: string, ...values: Cell[]): Cell[] | undefined;
  /** Changes records; answers how many. */
  run(sql: string, ...values: Cell[]): number;
  /** All that the function changes, or nothing of it. Waits for other writers as long as `busy_timeout` says. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Opens the file, and makes it where there is none; `:memory:` is a database that ends with its connection. */
export function openDatabase(file: string, options: { readonly?: boolean } = {}): Database {
  const connection = new Libsql(file, options);
  const readers = new Map<string, Libsql.Statement>();
  const writers = new Map<string, Libsql.Statement>();
  const reader = (sql: string): Libsql.Statement => {
    const known = readers.get(sql) ?? connection.prepare(sql).raw();
    readers.set(sql, known);
    return known;
  };
  const run = (sql: string, ...values: Cell[]): number => {
    const known = writers.get(sql) ?? connection.prepare(sql);
    writers.set(sql, known);
    return known.run(...values).changes;
  };
  return {
    exec: (sql) => void connection.exec(sql),
    all: (sql, ...values) => reader(sql).all(...values) as Cell[][],
    get: (sql, ...values) => reader(sql).get(...values) as Cell[] | undefined,
    run,
    transaction(work) {
      run('BEGIN IMMEDIATE');
      try {
        const result = work();
        run('COMMIT');
        return result;
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => void connection.close(),
  };
}
