/** A time of day taken out of a text, with what stood before and after it. */
export interface TimeOfDay {
  milliseconds: number;
  before: string;
  after: string;
}

const MERIDIEM = '(?:\\s*([ap])\\.?m\\b\\.?)';
const SECONDS = '(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?';

/** Ways to write a time of day, tried in this order; the groups are hours, minutes, seconds, their fraction, a or p. */
const LAYOUTS: readonly RegExp[] = [
  new RegExp(`(?<![\\d:+-])(\\d{1,2}):(\\d\\d)${SECONDS}(?![\\d:])${MERIDIEM}?`),
  /(?<!\d)(\d{1,2})\s?h\s?(\d\d)(?!\d)()()()/,
  new RegExp(`(?<![\\d.])(\\d{1,2})\\.(\\d\\d)(?:\\.(\\d\\d)(?:\\.(\\d{1,9}))?)?${MERIDIEM}`),
  /(?<=\b(?:kl\.?|klo|klockan|um|om|ore|alle|pukul|jam|saat) )(\d{1,2})\.(\d\d)(?:\.(\d\d))?()()(?![\d.])/,
  /(?<![\d.])(\d{1,2})\.(\d\d)(?:\.(\d\d))?()()(?= (?:uhr|uur|h|wib|wita|wit)\b)/,
  /(?<=\d[\s,]+)(\d{1,2})\.(\d\d)()()()$/,
  new RegExp(`(?<![\\d.])(\\d{1,2})()()()${MERIDIEM}`),
  /\b(?:(noon)|midnight)\b()()()()/,
];

function read([, hours, minutes, seconds, fraction, meridiem]: (string | undefined)[]): number | null {
  let hour = hours === 'noon' ? 12 : Number(hours ?? 0);
  const minute = Number(minutes ?? 0);
  const second = Number(seconds ?? 0);
  if (meridiem && (hour < 1 || hour > 12)) {
    if (hour > 23 || hour === 0) return null;
  } else if (meridiem) hour = (hour % 12) + (meridiem === 'p' ? 12 : 0);
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  // A leap second is the first of the next minute; 24:00 the first of the next day.
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 60) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000 + Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
}

/** Takes the time of day out of a lower-case text; midnight where it has none, `null` where it names an impossible one. */
export function takeTime(text: string): TimeOfDay | null {
  for (const layout of LAYOUTS) {
    const match = layout.exec(text);
    if (match === null) continue;
    const milliseconds = read(match);
    if (milliseconds === null) return null;
    const end = match.index + match[0].length;
    return { milliseconds, before: text.slice(0, match.index), after: text.slice(end) };
  }
  return { milliseconds: 0, before: text, after: '' };
}
