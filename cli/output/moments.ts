import { minute } from './cells.ts';
import type { CellWords } from './table.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Moments as a person reads them: `5 min ago`, `in 3 h`, `2 d ago`; from a week on, the day. `now` is in milliseconds. */
export function momentsForPeople(now: number): CellWords {
  return {
    moment(instant) {
      const distance = instant ? Date.parse(instant) - now : Number.NaN;
      if (!instant || Number.isNaN(distance)) return minute(instant);
      const size = Math.abs(distance);
      if (size < MINUTE) return 'now';
      if (size >= 7 * DAY) return instant.slice(0, 10);
      const [unit, name] = size < HOUR ? [MINUTE, 'min'] : size < DAY ? [HOUR, 'h'] : [DAY, 'd'];
      const words = `${Math.floor(size / unit)} ${name}`;
      return distance < 0 ? `${words} ago` : `in ${words}`;
    },
  };
}
