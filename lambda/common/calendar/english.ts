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

const CARDINALS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

/** A number in digits or one or two English words (`12`, `a`, `twenty-one`), up to 99 in words; `null` for other words. */
export function cardinal(words: string): number | null {
  if (/^\d{1,6}$/.test(words)) return Number(words);
  const [tens, ones, ...rest] = words.toLowerCase().split(/[\s-]+/);
  const first = CARDINALS[tens ?? ''];
  if (first === undefined || rest.length > 0) return null;
  if (ones === undefined) return first;
  const second = CARDINALS[ones];
  return first >= 20 && second !== undefined && second < 10 ? first + second : null;
}

/** The rank that `1st`, `22nd` or `third` names (1 and up; words up to twentieth); `null` for other words. */
export function ordinal(word: string): number | null {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)?$/i.exec(word);
  if (digits) return Number(digits[1]);
  const index = ORDINALS.indexOf(word.toLowerCase());
  return index < 0 ? null : index + 1;
}
