import { minute } from './cells.ts';
import { plain } from './plain.ts';
import { displayWidth, shorten } from './width.ts';

/** How the cells of a table word what they are given. */
export interface CellWords {
  /** A moment; a dash for none. */
  moment(instant: string | null | undefined): string;
}

/** A column of a table for people. */
export interface Column<Row> {
  title: string;
  value(row: Row, words: CellWords): string;
  align?: 'right';
  /** Cut before others; where several are, a column of 3 keeps three times the room of a column of 1. */
  flexible?: 1 | 3;
}

const GAP = 2;
const NARROWEST = 8;

/**
 * Lines of a table that is at most `columns` wide (`null`: as wide as it needs): flexible columns give room first, those that are widest for their share before others, then any other. Cells are made plain, so that nothing of a feed can steer the terminal.
 */
export function tableLines<Row>(
  rows: Row[],
  columns: Column<Row>[],
  room: number | null,
  words: CellWords = { moment: minute },
): string[] {
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => plain(value(row, words)).trim())),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => displayWidth(line[index] ?? ''))));
  if (room !== null) narrow(widths, columns, room - GAP * (columns.length - 1));
  return cells.map((line) =>
    line
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        const text = shorten(cell, width);
        const padding = ' '.repeat(Math.max(0, width - displayWidth(text)));
        return columns[index]?.align === 'right' ? padding + text : text + padding;
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function narrow<Row>(widths: number[], columns: Column<Row>[], room: number): void {
  const shareOf = (index: number) => columns[index]?.flexible ?? 0;
  /** Of the columns that may be cut, the one widest for its share; -1 for none. */
  const widest = (lowestShare: 0 | 1): number =>
    widths.reduce((best, width, index) => {
      if (width <= NARROWEST || shareOf(index) < lowestShare) return best;
      const isWider = best < 0 || width / (shareOf(index) || 1) > (widths[best] ?? 0) / (shareOf(best) || 1);
      return isWider ? index : best;
    }, -1);
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const flexible = widest(1);
    const index = flexible >= 0 ? flexible : widest(0);
    if (index < 0) return;
    widths[index] = (widths[index] ?? 0) - 1;
  }
}
