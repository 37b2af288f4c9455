import { InvalidArgumentError } from 'commander';

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };
const LONGEST = 36_525 * 86_400_000;

/** Reads a stretch of time as `30m`, `12h`, `7d`, `2w`, in milliseconds. */
export function readDuration(text: string): number {
  const match = /^(\d{1,6})([mhdw])$/.exec(text);
  const milliseconds = Number(match?.[1]) * (UNITS[match?.[2] ?? ''] ?? Number.NaN);
  if (milliseconds > 0 && milliseconds <= LONGEST) return milliseconds;
  throw new InvalidArgumentError('Give a number with m, h, d or w behind it, as 12h or 7d.');
}

/** Reads a whole number in that range. */
export function readWholeNumber(lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= lowest && value <= highest) return value;
    throw new InvalidArgumentError(`Give a whole number from ${lowest} to ${highest}.`);
  };
}

const DAY_WORDS: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 };

/** Reads `today`, `tomorrow`, `yesterday`, `+30d` or `-2w` as a day in UTC, counted from that moment; other text is left as it is. */
export function readDayFrom(now: number): (text: string) => string {
  return (text) => {
    const counted = /^([+-])(\d{1,5})([dw])$/.exec(text);
    const [, sign, count, unit] = counted ?? [];
    const days = counted ? Number(`${sign}${count}`) * (unit === 'w' ? 7 : 1) : DAY_WORDS[text.toLowerCase()];
    const moment = now + (days ?? Number.NaN) * 86_400_000;
    return Number.isNaN(moment) || Math.abs(days ?? 0) > 36_525 ? text : new Date(moment).toISOString().slice(0, 10);
  };
}
