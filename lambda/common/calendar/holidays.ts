import { dayNumber, isCivilDay, nthWeekday } from './civil.ts';

interface Holiday {
  /** Source of a regular expression for its names; case is ignored. */
  pattern: string;
  /** Day number of the holiday in a year. */
  day(year: number): number;
}

const fixed = (month: number, day: number) => (year: number) => dayNumber({ year, month, day });

const nth = (rank: number, target: number, month: number) => (year: number) =>
  nthWeekday(rank, target, { year, month });

/** Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayNumber({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

const fromEaster = (plus: number) => (year: number) => easter(year) + plus;

/** Holidays whose day follows a rule, longer names before shorter ones. */
export const HOLIDAYS: readonly Holiday[] = [
  { pattern: "New\\sYear['’]?s?['’]?\\sEve", day: fixed(12, 31) },
  { pattern: "New\\sYear['’]?s?['’]?\\sDay", day: fixed(1, 1) },
  { pattern: 'Martin\\sLuther\\sKing(?:,?\\sJr\\.?)?\\sDay', day: nth(3, 1, 1) },
  { pattern: 'Groundhog\\sDay', day: fixed(2, 2) },
  { pattern: "(?:St\\.?\\s|Saint\\s)?Valentine['’]?s\\sDay", day: fixed(2, 14) },
  { pattern: "International\\sWomen['’]?s['’]?\\sDay", day: fixed(3, 8) },
  { pattern: "(?:St\\.?|Saint)\\sPatrick['’]?s\\sDay", day: fixed(3, 17) },
  { pattern: 'Earth\\sDay', day: fixed(4, 22) },
  { pattern: "(?:Presidents['’]?|Washington['’]s)\\s(?:Day|Birthday)", day: nth(3, 1, 2) },
  { pattern: 'Australia\\sDay', day: fixed(1, 26) },
  { pattern: 'Anzac\\sDay', day: fixed(4, 25) },
  { pattern: 'Shrove\\sTuesday', day: fromEaster(-47) },
  { pattern: 'Ash\\sWednesday', day: fromEaster(-46) },
  { pattern: 'Palm\\sSunday', day: fromEaster(-7) },
  { pattern: 'Maundy\\sThursday', day: fromEaster(-3) },
  { pattern: 'Ascension\\sDay', day: fromEaster(39) },
  { pattern: 'Whit\\sSunday|Pentecost(?:\\sSunday)?', day: fromEaster(49) },
  { pattern: 'Whit\\sMonday', day: fromEaster(50) },
  { pattern: 'Good\\sFriday', day: fromEaster(-2) },
  { pattern: 'Easter\\sMonday', day: fromEaster(1) },
  { pattern: 'Easter(?:\\sSunday)?', day: fromEaster(0) },
  { pattern: 'May\\sDay', day: fixed(5, 1) },
  { pattern: 'Memorial\\sDay', day: nth(-1, 1, 5) },
  { pattern: 'Juneteenth', day: fixed(6, 19) },
  { pattern: 'Independence\\sDay|Fourth\\sof\\sJuly|4th\\sof\\sJuly|July\\sFourth', day: fixed(7, 4) },
  { pattern: 'Canada\\sDay', day: fixed(7, 1) },
  { pattern: 'Bastille\\sDay', day: fixed(7, 14) },
  { pattern: 'Labou?r\\sDay', day: nth(1, 1, 9) },
  { pattern: 'Columbus\\sDay', day: nth(2, 1, 10) },
  { pattern: 'Halloween', day: fixed(10, 31) },
  { pattern: "(?:Veterans|Armistice|Remembrance)['’]?\\sDay", day: fixed(11, 11) },
  { pattern: 'Thanksgiving(?:\\sDay)?', day: nth(4, 4, 11) },
  { pattern: 'Black\\sFriday', day: (year) => nthWeekday(4, 4, { year, month: 11 }) + 1 },
  { pattern: 'Cyber\\sMonday', day: (year) => nthWeekday(4, 4, { year, month: 11 }) + 4 },
  { pattern: "All\\sSaints['’]?\\sDay", day: fixed(11, 1) },
  { pattern: 'Christmas\\sEve', day: fixed(12, 24) },
  { pattern: 'Christmas(?:\\sDay)?', day: fixed(12, 25) },
  { pattern: 'Boxing\\sDay', day: fixed(12, 26) },
];

const exact = HOLIDAYS.map(({ pattern, day }) => ({ name: new RegExp(`^(?:${pattern})$`, 'i'), day }));

/** Day number of the holiday of that name (in English, any case) in a year; `null` for other names. */
export function holidayDay(name: string, year: number): number | null {
  if (!isCivilDay({ year, month: 1, day: 1 })) return null;
  return exact.find((holiday) => holiday.name.test(name))?.day(year) ?? null;
}
