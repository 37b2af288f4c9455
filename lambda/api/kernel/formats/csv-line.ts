import { safeJson, withoutControlCharacters } from '../../../common/control-characters.ts';

const NEEDS_QUOTES = /[",\r\n]/;
/** What spreadsheets take for a formula, behind spaces too, and in the full width of East Asian scripts. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** A line of CSV as RFC 4180 has it, with its line end. A text that a spreadsheet would run is given an apostrophe in front. */
export function csvLine(cells: unknown[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** The value of a column: `path` is the name of a field, with dots for those inside others; `null` where there is none on the way. */
export function fieldOf(row: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value === null ? null : (value as Record<string, unknown> | undefined)?.[name]),
      row,
    );
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = withoutControlCharacters(typeof value === 'string' ? value : safeJson(value));
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
