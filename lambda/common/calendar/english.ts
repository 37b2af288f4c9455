const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MORE_MONTHS: Record<string, number> = { sept: 9 };
const MORE_WEEKDAYS: Record<string, number> = { tues: 2, weds: 3, thur: 4, thurs: 4 };

const lookUp = (names: string[], more: Record<string, number>, first: number, word: string): number | null => {
  const plain = word.toLowerCase().replace(/\.$/, '');
  const known = more[plain];
  if (known !== undefined) return known;
  const index = plain.length === 3 ? names.findIndex((name) => name.startsWith(plain)) : names.indexOf(plain);
  return index < 0 ? null : index + first;
};

/** Number (1 to 12) of an English month, whole or abbreviated, any case, a full stop allowed; `null` for other words. */
export function monthNumber(word: string): number | null {
  return lookUp(MONTHS, MORE_MONTHS, 1, word);
}

/** Number (0 Sunday to 6 Saturday) of an English weekday, whole or abbreviated; `null` for other words. */
export function weekdayNumber(word: string): number | null {
  return lookUp(WEEKDAYS, MORE_WEEKDAYS, 0, word);
}
