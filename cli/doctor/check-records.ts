import { inspectTable } from '../../local/sqlite/inspect.ts';
import { type Finding, fine, problem } from './finding.ts';

const MOST_NAMED = 5;

/** Reads every record of the local store: its checksum, its schema, and SQLite's own pages and indexes. */
export async function checkRecords(folder: string): Promise<Finding[]> {
  const { records, damaged, structure } = await inspectTable(folder);
  return [
    damaged.length === 0
      ? fine('records', `All ${records} records are as they were written.`)
      : problem(
          'records',
          `${damaged.length} of ${records} records are damaged: ${firstOf(damaged)}.`,
          'Restore a backup, or copy the others with `dateline salvage FILE`.',
        ),
    structure.length === 0
      ? fine('file', 'Its pages and indexes are sound.')
      : problem(
          'file',
          `SQLite finds damage: ${firstOf(structure)}.`,
          'Restore a backup, or copy what can be read with `dateline salvage FILE`.',
        ),
  ];
}

function firstOf(lines: string[]): string {
  const more = lines.length > MOST_NAMED ? `; ${lines.length - MOST_NAMED} more` : '';
  return `${lines.slice(0, MOST_NAMED).join('; ')}${more}`;
}
