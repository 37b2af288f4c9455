import type { Day } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import type { Table } from '../table/port.ts';
import { countPartitions, countRecord } from './record.ts';
import type { CountRow } from './shapes.ts';

/** Of so many subjects the rows are read side by side. */
const SUBJECTS_AT_ONCE = 25;

/** All days of a subject that have something, ascending. */
export async function readRows(table: Table, subject: string, from?: Day): Promise<CountRow[]> {
  const query = { index: null, partition: countPartitions.ofSubject(subject), low: from };
  return (await collect(table.query(query))).map(countRecord.decode).filter(hasSomething);
}

/** The same of many subjects, in their order. */
export async function readRowsOfAll(table: Table, subjects: readonly string[]): Promise<CountRow[][]> {
  const rows: CountRow[][] = [];
  for (let start = 0; start < subjects.length; start += SUBJECTS_AT_ONCE) {
    const some = subjects.slice(start, start + SUBJECTS_AT_ONCE);
    rows.push(...(await Promise.all(some.map((subject) => readRows(table, subject)))));
  }
  return rows;
}

/** False of a subject that had something before. */
export const hasSomething = ({ items, statements }: CountRow): boolean => items + statements > 0;
