import { TTL_ATTRIBUTE } from '../../lambda/model/names.ts';
import type { Attributes, TableQuery } from '../../lambda/store/table/port.ts';
import { keyAttributes } from '../../lambda/store/table/table-schema.ts';
import type { Cell } from './database.ts';
import { WHOLE } from './rows.ts';

/** A statement that reads one page, with all its values but the last one: how many rows. */
export interface PageStatement {
  sql: string;
  values: Cell[];
}

/** The next page of a range. Records with one sort key in an index follow each other by their own keys. */
export function rangeStatement(query: TableQuery, selected: string, last: Attributes | null): PageStatement {
  const { index, partition, beginsWith, reverse } = query;
  const { partition: pk, sort: sk } = keyAttributes(index);
  const order = index === null ? [sk] : [sk, 'pk', 'sk'];
  const reached = last ? order.map((name) => last[name] as Cell) : null;
  const conditions = [`${pk} = ?`];
  const values: Cell[] = [partition];
  const add = (condition: string, ...more: Cell[]): void => {
    conditions.push(condition);
    values.push(...more);
  };
  // The last sort key takes the place of the bound: SQLite would begin at either of two, and read again what was read.
  const low = (!reverse && reached?.[0]) || (beginsWith ?? query.low ?? '');
  const high = reverse && reached?.[0] ? reached[0] : query.high;
  add(`${sk} >= ?`, low);
  if (high !== undefined) add(`${sk} <= ?`, high);
  // No character of UTF-8 has this byte: it comes behind all that begins so.
  else if (beginsWith !== undefined) add(`${sk} < CAST(? || x'ff' AS TEXT)`, beginsWith);
  if (reached) add(`(${order.join(', ')}) ${reverse ? '<' : '>'} (${order.map(() => '?').join(', ')})`, ...reached);
  const sorted = order.map((name) => (reverse ? `${name} DESC` : name)).join(', ');
  const sql = `SELECT ${selected} FROM records WHERE ${conditions.join(' AND ')} ORDER BY ${sorted} LIMIT ?`;
  return { sql, values };
}

/** The next page of all records. */
export function scanStatement(last: Attributes | null): PageStatement {
  const where = last ? 'WHERE (pk, sk) > (?, ?) ' : '';
  return {
    sql: `SELECT ${WHOLE} FROM records ${where}ORDER BY pk, sk LIMIT ?`,
    values: last ? [last.pk as Cell, last.sk as Cell] : [],
  };
}

/** What has expired by that second, by the index of `ttl`. */
export function expiredStatement(second: number, last: Attributes | null): PageStatement {
  const values = last ? [last[TTL_ATTRIBUTE] as Cell, last.pk as Cell, last.sk as Cell] : [];
  const behind = last ? 'AND (ttl, pk, sk) > (?, ?, ?) ' : '';
  return {
    sql: `SELECT ${WHOLE} FROM records WHERE ttl <= ? ${behind}ORDER BY ttl, pk, sk LIMIT ?`,
    values: [second, ...values],
  };
}
