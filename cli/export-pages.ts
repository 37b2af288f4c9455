import { csvLine, fieldOf } from '../lambda/api/kernel/formats/csv-line.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';
import { createProgress } from './output/progress.ts';
import type { AskPage, TextPage } from './page-client.ts';
import type { Terminal } from './terminal.ts';

/** What is exported, and how. */
export interface ExportPlan {
  /** Of the first page, as `/v1/statements?…`, in NDJSON. */
  url: string;
  /** What a row is, in the plural. */
  noun: string;
  /** Columns of CSV; `null` for NDJSON. */
  columns: readonly string[] | null;
  /** Goes on with an export that was broken off: there is a header line already. */
  continued: boolean;
}

/**
 * Writes every page to the last one, and tells on stderr how many rows these were. Where a page can't be read, throws CommandError with
 * the cursor to go on with: what was written until then is whole pages.
 */
export async function exportPages(plan: ExportPlan, read: AskPage, terminal: Terminal): Promise<void> {
  const { noun, columns } = plan;
  const progress = createProgress(terminal);
  let count = 0;
  if (columns && !plan.continued) await terminal.write(csvLine([...columns]));
  for (let url: string | null = plan.url; url !== null; ) {
    const page: TextPage = await read(url).catch((error: unknown): never => {
      progress.end();
      throw brokenOff(error, String(url), count, noun);
    });
    const lines = page.text.split('\n').slice(0, -1);
    await terminal.write(columns ? lines.map((line) => csvOf(JSON.parse(line), columns)).join('') : page.text);
    count += lines.length;
    progress.update(`${count} ${noun} so far`);
    url = page.nextUrl;
  }
  progress.end();
  terminal.tell(terminal.messageColour.dim(`${count} ${noun} exported: all that there are.`));
}

function csvOf(row: unknown, columns: readonly string[]): string {
  return csvLine(columns.map((column) => fieldOf(row, column)));
}

function brokenOff(error: unknown, url: string, count: number, noun: string): unknown {
  const cursor = new URLSearchParams(url.slice(url.indexOf('?'))).get('cursor');
  if (cursor === null || count === 0) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const hint = `The same command with --cursor ${cursor} goes on from there; add what it writes to the end.`;
  const exitCode = error instanceof CommandError ? error.exitCode : EXIT.unavailable;
  return new CommandError(exitCode, 'export-broken-off', `${reason}, after ${count} ${noun}`, hint, error);
}
