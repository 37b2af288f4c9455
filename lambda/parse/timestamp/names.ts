import { monthNumber, weekdayNumber } from '../../common/calendar/english.ts';
import { fold } from '../../common/fold.ts';
import table from './names.json' with { type: 'json' };

type Names = Map<string, number | null>;

/** Each name with its number; `null` where languages disagree, as on `listopad`. */
function index(lists: readonly (readonly [string, number])[]): Names {
  const names: Names = new Map();
  for (const [name, number] of lists) {
    const known = names.get(name);
    names.set(name, known === undefined || known === number ? number : null);
  }
  return names;
}

function spell(list: string): [string, number][] {
  return list
    .split(',')
    .flatMap((names, position) => names.split(' ').map((name): [string, number] => [name, position + 1]))
    .filter(([name]) => name !== '');
}

const SHORTEST = 3;

/** The names and all their prefixes of three letters or more that mean one value, because feeds abbreviate names at any letter. */
function withBeginnings(lists: readonly (readonly [string, number])[]): Names {
  const beginnings = lists.flatMap(([name, number]) =>
    Array.from({ length: Math.max(0, name.length - SHORTEST) }, (_, cut): [string, number] => [
      name.slice(0, SHORTEST + cut),
      number,
    ]),
  );
  return new Map([...index(beginnings), ...index(lists)]);
}

const months = new Map(Object.entries(table).map(([language, names]) => [language, spell(names.months)]));
const monthsOf = new Map([...months].map(([language, names]) => [language, withBeginnings(names)]));
const monthsOfAll = withBeginnings([...months.values()].flat());
const weekdays = index(Object.values(table).flatMap((names) => spell(names.weekdays)));

/**
 * Number (1 to 12) of a month's name in any language of the table (from Intl, see names.json), whole or abbreviated to
 * three letters or more; `null` for other words, and for names that mean different months where the language is not told.
 */
export function monthOfWord(word: string, language: string | null): number | null {
  const plain = fold(word).replaceAll(' ', '');
  const own = monthsOf.get(language?.slice(0, 2).toLowerCase() ?? '');
  const known = own?.get(plain) ?? monthNumber(plain) ?? monthsOfAll.get(plain);
  // Hebrew writes “in” as a letter before the name.
  return known ?? (plain.startsWith('ב') ? monthsOfAll.get(plain.slice(1)) : null) ?? null;
}

/** Whether a word names a day of the week in any language of the table. */
export function isWeekday(word: string): boolean {
  const plain = fold(word).replaceAll(' ', '');
  return weekdayNumber(plain) !== null || weekdays.has(plain);
}
