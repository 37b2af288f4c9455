import type { Child } from 'hono/jsx';
import { counted } from '../kit/words.ts';

/** So many rows of a table beside the text are shown at once. */
const FIRST = 6;
/** Fewer than these are not worth a fold. */
const LEAST_FOLDED = 3;

interface Props<Row> {
  rows: readonly Row[];
  /** What one row is, and several of them. */
  words: [one: string, many: string];
  /** A table of those rows, with its head. */
  children(rows: readonly Row[]): Child;
  /** The whole table as CSV. */
  csvHref: string;
  /** What the table is of. */
  title: string;
  /** More rows than these stand in the CSV alone. */
  most?: number;
}

/** A table of which the first rows are shown, the others on demand, and all as CSV; without scripts too. */
export function MoreRows<Row>({ rows, words, children, csvHref, title, most = 100 }: Props<Row>) {
  const isShort = rows.length < FIRST + LEAST_FOLDED;
  const rest = isShort ? [] : rows.slice(FIRST, most);
  const left = rows.length - Math.max(most, FIRST);
  return (
    <>
      {children(isShort ? rows : rows.slice(0, FIRST))}
      <div class="more">
        {rest.length === 0 ? null : (
          <details>
            <summary>{counted(rest.length, `more ${words[0]}`, `more ${words[1]}`)}</summary>
            {children(rest)}
            {left > 0 ? (
              <p class="detail">{counted(left, `more ${words[0]}`, `more ${words[1]}`)} in the CSV.</p>
            ) : null}
          </details>
        )}
        <a class="csv" href={csvHref}>
          CSV<span class="unseen"> of {title}</span>
        </a>
      </div>
    </>
  );
}
