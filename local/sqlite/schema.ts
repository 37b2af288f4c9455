import { INDEX_NAMES } from '../../lambda/model/names.ts';
import { keyAttributes } from '../../lambda/store/table/table-schema.ts';
import type { Database } from './database.ts';
import { CREATE_VIEWS } from './views.ts';

/** The version of the schema, in the file's `user_version`; a file of a later one is refused. */
export const SCHEMA_VERSION = 1;

/** The one table with its indexes, and the views, as SQL makes them. */
const SCHEMA = [
  `CREATE TABLE records (
    pk TEXT NOT NULL, sk TEXT NOT NULL,
    ${INDEX_NAMES.map((index) =>
      Object.values(keyAttributes(index))
        .map((name) => `${name} TEXT`)
        .join(', '),
    ).join(',\n    ')},
    ttl INTEGER, record TEXT NOT NULL, bytes BLOB, sum INTEGER NOT NULL,
    PRIMARY KEY (pk, sk)
  ) WITHOUT ROWID`,
  ...INDEX_NAMES.map((index) => {
    const { partition, sort } = keyAttributes(index);
    return `CREATE INDEX ${index} ON records (${partition}, ${sort}) WHERE ${partition} IS NOT NULL AND ${sort} IS NOT NULL`;
  }),
  'CREATE INDEX expiry ON records (ttl) WHERE ttl IS NOT NULL',
  CREATE_VIEWS,
].join(';\n');

/** Makes table and indexes in a database that has none; another process may be doing the same. */
export function createSchema(database: Database): void {
  database.transaction(() => {
    if (versionOf(database) !== 0 || isFilled(database)) return;
    database.exec(SCHEMA);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}

/** The version of the schema that the file has; 0 in a new one. */
export function versionOf(database: Database): number {
  return Number(database.get('PRAGMA user_version')?.[0]);
}

/** Whether there is any table. */
export function isFilled(database: Database): boolean {
  return database.get('SELECT count(*) FROM sqlite_master')?.[0] !== 0;
}
