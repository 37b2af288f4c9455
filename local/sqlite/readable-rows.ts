import type { Cell, Database } from './database.ts';
import { keysOf, WHOLE } from './rows.ts';

type Place = [pk: string, sk: string];

const PAGE = 200;
/** So many times SQLite may say that a page is damaged before what is left is given up. */
const MOST_FAILURES = 2_000;
/** Keys are compared by so many characters for finding one between two of them. */
const LETTERS = 48;
const FIRST: Place = ['', ''];
const LAST: Place = ['\u{10ffff}', ''];

/**
 * All rows of a damaged table that can be read, each once. Reading stops at a damaged page from both sides; what is between is halved by keys, and read from
 * both sides again, for behind one damaged page there may be whole ones before the next.
 */
export function* readableRows(database: Database): Generator<Cell[]> {
  const ranges: [low: Place, high: Place][] = [[FIRST, LAST]];
  let failures = 0;
  for (let range = ranges.shift(); range && failures < MOST_FAILURES; range = ranges.shift()) {
    const up = yield* readFrom(database, range, false);
    if (up.isWhole) continue;
    const down = yield* readFrom(database, [up.reached, range[1]], true);
    failures += down.isWhole ? 1 : 2;
    const middle = placeBetween(up.reached, down.reached);
    if (!down.isWhole && middle) ranges.push([up.reached, middle], [middle, down.reached]);
  }
}

/** Reads on until the end, or until a page can't be read; answers how far it came. */
function* readFrom(
  database: Database,
  [low, high]: [Place, Place],
  reverse: boolean,
): Generator<Cell[], { reached: Place; isWhole: boolean }> {
  let [from, to] = [low, high];
  const order = reverse ? 'pk DESC, sk DESC' : 'pk, sk';
  const sql = `SELECT ${WHOLE} FROM records WHERE (pk, sk) > (?, ?) AND (pk, sk) < (?, ?) ORDER BY ${order} LIMIT ?`;
  for (let limit = PAGE; ; ) {
    const rows = rowsOf(() => database.all(sql, ...from, ...to, limit));
    if (rows) {
      yield* rows;
      const last = rows.at(-1);
      const reached = last ? placeOf(last) : reverse ? to : from;
      if (reverse) to = reached;
      else from = reached;
      if (rows.length < limit) return { reached: reverse ? low : high, isWhole: true };
    } else if (limit === 1) return { reached: reverse ? to : from, isWhole: false };
    else limit = 1;
  }
}

function placeOf(row: Cell[]): Place {
  const { pk, sk } = keysOf(row);
  return [pk, sk];
}

function rowsOf(read: () => Cell[][]): Cell[][] | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** A place between both, about in the middle; `null` where there is none. */
function placeBetween(low: Place, high: Place): Place | null {
  if (low[0] === high[0]) {
    const sk = textBetween(low[1], high[1]);
    return sk === null ? null : [low[0], sk];
  }
  const pk = textBetween(low[0], high[0]);
  return pk === null ? null : [pk, ''];
}

/** Texts as numbers of so many digits to the base 128, and the number in the middle as a text again. */
function textBetween(low: string, high: string): string | null {
  const numberOf = (text: string): bigint => {
    let number = 0n;
    for (let n = 0; n < LETTERS; n++) number = number * 128n + BigInt(Math.min(text.charCodeAt(n) || 0, 127));
    return number;
  };
  let middle = (numberOf(low) + numberOf(high)) / 2n;
  const letters: string[] = [];
  for (let n = 0; n < LETTERS; n++) {
    letters.unshift(String.fromCharCode(Number(middle % 128n)));
    middle /= 128n;
  }
  const text = letters.join('').split('\0', 1)[0] ?? '';
  return text > low && text < high ? text : null;
}
