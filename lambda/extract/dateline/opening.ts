import type { CivilDay } from '../../common/calendar/civil.ts';

/** What has been read of an opening so far. */
export interface Opening {
  text: string;
  /** Where the next rule reads. */
  at: number;
  place: string | null;
  date: CivilDay | null;
  agency: string | null;
  syndicator: string | null;
  /** True once something other than a byline or a credit was read: only then the text has a dateline. */
  proven: boolean;
  /** The day of publication, by which days without a year are placed. */
  published: CivilDay | null;
}

/** What one rule read: where it stopped, and what it learnt. */
export type Step = Partial<Pick<Opening, 'place' | 'date' | 'agency' | 'syndicator' | 'proven'>> & { end: number };

/** One small rule: reads at `opening.at`, or answers `null`. */
export interface DatelineRule {
  name: string;
  read(opening: Opening): Step | null;
}

/** Match of a sticky pattern at a position. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
