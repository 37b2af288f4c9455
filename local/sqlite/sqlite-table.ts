import { setImmediate } from 'node:timers/promises';
import { TTL_ATTRIBUTE } from '../../lambda/model/names.ts';
import { changeCondition, EXISTS } from '../../lambda/store/table/change-condition.ts';
import type { Attributes, Condition, Key, Table } from '../../lambda/store/table/port.ts';
import { checkKey, refused } from './check-record.ts';
import { changed, holds } from './conditions.ts';
import type { Cell, Database } from './database.ts';
import { KEY_COLUMNS, KEYS, keysOf, PUT, recordOf, rowOf, WHOLE } from './rows.ts';
import { explained } from './sqlite-error.ts';
import { expiredStatement, type PageStatement, rangeStatement, scanStatement } from './statements.ts';

/** A table on an open database. */
export interface SqliteTableOptions {
  database: Database;
  /** What errors name. */
  file: string;
  /** Told of each record that a list leaves out because its checksum does not match. */
  onDamage: (error: Error) => void;
}

const GET = `SELECT ${WHOLE} FROM records WHERE pk = ? AND sk = ?`;
const DELETE = 'DELETE FROM records WHERE pk = ? AND sk = ?';

/** Rows of a page, and about so many characters and bytes of it at most, as a page of DynamoDB has 1 MB. */
const PAGE = { first: 50, most: 400, size: 1024 * 1024 };
/** Calls are synchronous: after so many others get their turn. */
const CALLS_IN_A_ROW = 16;

/** The port on an SQLite file. Conditions are judged inside of a transaction; a batch is committed whole. */
export function sqliteTable({ database, file, onDamage }: SqliteTableOptions): Table {
  let calls = 0;
  const attempt = async <T>(work: () => T): Promise<T> => {
    if (++calls % CALLS_IN_A_ROW === 0) await setImmediate();
    return explained(file, work);
  };

  const read = ({ pk, sk }: Key): (Attributes & Key) | null => {
    const row = database.get(GET, pk, sk);
    return row ? recordOf(row) : null;
  };
  /** The records of rows; one that is damaged is told, and left out: a list goes on without it. */
  const whole = (rows: Cell[][]): (Attributes & Key)[] =>
    rows.flatMap((row) => {
      try {
        return [recordOf(row)];
      } catch (error) {
        onDamage(error as Error);
        return [];
      }
    });
  const write = (record: Attributes & Key): void => void database.run(PUT, ...rowOf(record));
  /** Judges the condition, and writes where it holds. */
  const conditionally = (
    key: Key,
    condition: Condition | undefined,
    work: (before: (Attributes & Key) | null) => void,
  ): boolean =>
    database.transaction(() => {
      const before = read(key);
      if (condition && !holds(condition, before)) return false;
      work(before);
      return true;
    });

  /** Rows of a statement with `LIMIT ?` at its end, page by page; `next` makes the values behind the last row. */
  async function* pages(
    statement: (last: Attributes | null) => PageStatement,
    first: number = PAGE.first,
  ): AsyncGenerator<Cell[][]> {
    let [limit, last]: [number, Attributes | null] = [first, null];
    for (;;) {
      const { sql, values } = statement(last);
      const rows = await attempt(() => database.all(sql, ...values, limit));
      if (rows.length > 0) yield rows;
      if (rows.length < limit) return;
      last = keysOf(rows.at(-1) ?? []);
      const size = rows.reduce((sum, row) => sum + row.reduce<number>((own, cell) => own + lengthOf(cell), 0), 0);
      limit = Math.max(1, Math.min(limit * 2, PAGE.most, Math.floor((limit * PAGE.size) / Math.max(size, 1))));
      await setImmediate();
    }
  }

  return {
    get: (key) =>
      attempt(() => {
        checkKey(key);
        return read(key);
      }),

    async batchGet(wanted, { fields } = {}) {
      const found: Attributes[] = [];
      const unique = new Map(wanted.map((key) => [`${key.pk}\n${key.sk}`, key])).values();
      for (const { pk, sk } of unique) {
        const row = await attempt(() => database.get(GET, pk, sk));
        if (row) found.push(...whole([row]).map((record) => chosen(record, fields)));
      }
      return found;
    },

    async *query(query) {
      const { fields, pageSize } = query;
      const isKeys = fields?.every((field) => KEY_COLUMNS.includes(field)) ?? false;
      const select = (last: Attributes | null) => rangeStatement(query, isKeys ? KEYS : WHOLE, last);
      for await (const rows of pages(select, pageSize)) {
        for (const record of isKeys ? rows.map(keysOf) : whole(rows)) yield chosen(record, fields);
      }
    },

    async *scan({ where, fields } = {}) {
      const expiry = where && 'atMost' in where && where.atMost[0] === TTL_ATTRIBUTE ? Number(where.atMost[1]) : null;
      const select = (last: Attributes | null) =>
        expiry === null ? scanStatement(last) : expiredStatement(expiry, last);
      for await (const rows of pages(select)) {
        for (const record of whole(rows)) if (!where || holds(where, record)) yield chosen(record, fields);
      }
    },

    put: (record, condition) =>
      attempt(() => {
        if (!condition) write(record);
        else return conditionally(record, condition, () => write(record));
        return true;
      }),

    update: ({ pk, sk }, change, condition) =>
      attempt(() =>
        conditionally({ pk, sk }, changeCondition(change, condition), (before) =>
          write(changed(before ?? { pk, sk }, change)),
        ),
      ),

    delete: (key, condition = EXISTS) =>
      attempt(() => conditionally(key, condition, () => void database.run(DELETE, key.pk, key.sk))),

    batchWrite: (puts, deletes = []) =>
      attempt(() => {
        const names = new Set([...puts, ...deletes].map(({ pk, sk }) => `${pk}\n${sk}`));
        if (names.size < puts.length + deletes.length) throw refused('a batch has a key twice');
        if (names.size === 0) return;
        for (const key of deletes) checkKey(key);
        const rows = puts.map(rowOf);
        database.transaction(() => {
          for (const row of rows) database.run(PUT, ...row);
          for (const { pk, sk } of deletes) database.run(DELETE, pk, sk);
        });
      }),
  };
}

const lengthOf = (cell: Cell): number => (typeof cell === 'number' || cell === null ? 8 : cell.length);

function chosen(record: Attributes, fields: readonly string[] | undefined): Attributes {
  if (!fields) return record;
  return Object.fromEntries(fields.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])));
}
