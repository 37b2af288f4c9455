import { csvLine, fieldOf } from '../../lambda/api/kernel/formats/csv-line.ts';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { OutputOptions } from '../options/output-options.ts';
import type { Terminal } from '../terminal.ts';
import { momentsForPeople } from './moments.ts';
import { type CellWords, type Column, tableLines } from './table.ts';

/** How the rows of a list are shown. */
export interface ListShape<Row> {
  columns: Column<Row>[];
  /** Fields of a line of CSV, in their order: names of the row's fields, with dots for those inside others. */
  csv: readonly string[];
}

/** Writes rows as they come; a table waits for all of them, to know how wide its columns are. */
export interface ListWriter<Row> {
  rows(rows: Row[]): Promise<void>;
  end(): Promise<void>;
}

/** A writer of the form that the options ask for. */
export function createListWriter<Row>(
  terminal: Terminal,
  options: OutputOptions,
  { columns, csv }: ListShape<Row>,
): ListWriter<Row> {
  let count = 0;
  if (options.ndjson) {
    return {
      rows: (rows) => terminal.write(rows.map((row) => `${safeJson(row)}\n`).join('')),
      end: async () => undefined,
    };
  }
  if (options.json) {
    return {
      rows: async (rows) => {
        for (const row of rows) await terminal.write(`${count++ === 0 ? '[' : ','}\n${safeJson(row)}`);
      },
      end: () => terminal.write(count === 0 ? '[]\n' : '\n]\n'),
    };
  }
  if (options.csv) {
    const header = () => (count++ === 0 ? csvLine([...csv]) : '');
    return {
      rows: (rows) =>
        terminal.write(header() + rows.map((row) => csvLine(csv.map((name) => fieldOf(row, name)))).join('')),
      end: () => terminal.write(header()),
    };
  }
  const waiting: Row[] = [];
  return {
    rows: async (rows) => void waiting.push(...rows),
    async end() {
      if (waiting.length === 0) return;
      const [header = '', ...lines] = tableLines(waiting, columns, terminal.columns, wordsFor(terminal));
      await terminal.write(`${[terminal.colour.bold(header), ...lines].join('\n')}\n`);
    },
  };
}

/** What goes into a pipe or a file is read by programs, or much later. */
const wordsFor = ({ columns }: Terminal): CellWords | undefined =>
  columns === null ? undefined : momentsForPeople(Date.now());
