import { plain } from './plain.ts';
import { displayWidth, shorten } from './width.ts';

/** A column of a table for people. */
export interface Column<Row> {
  title: string;
  value(row: Row): string;
  align?: 'right';
  /** Takes what room is left, and is cut first. */
  flexible?: true;
}

const GAP = 2;
const NARROWEST = 8;

/**
 * Lines of a table that is at most `columns` wide (`null`: as wide as it needs): the flexible column that is widest gives
 * room first, then any other. Cells are made plain, so that nothing of a feed can steer the terminal.
 */
export function tableLines<Row>(rows: Row[], columns: Column<Row>[], room: number | null): string[] {
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => plain(value(row)).trim())),
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
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  const widest = (flexible: boolean) =>
    widths.reduce(
      (best, width, index) =>
        width > NARROWEST && (!flexible || columns[index]?.flexible) && (best < 0 || width > (widths[best] ?? 0))
          ? index
          : best,
      -1,
    );
  while (total() > room) {
    const index = widest(true) >= 0 ? widest(true) : widest(false);
    if (index < 0) return;
    widths[index] = (widths[index] ?? 0) - 1;
  }
}
