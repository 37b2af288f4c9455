import type { CivilDay } from '../../common/calendar/civil.ts';
import type { Period } from '../../common/calendar/period.ts';
import type { DateMention, DateRole } from '../../model/date-mention.ts';
import type { DayFirst } from './day-first.ts';
import type { Trigger } from './triggers.ts';

/** The day that relative words are resolved against. */
export interface Anchor {
  /** Its day number. */
  day: number;
  civil: CivilDay;
}

/** What a rule sees beside its own match. */
export interface Scene {
  text: string;
  anchor: Anchor | null;
  /** What was found before, in reading order. */
  dates: readonly DateMention[];
  /** Whether `03/04` is the third of April in this text. */
  dayFirst: DayFirst;
}

/** How a rule understands its match; `start` and `end` only where they differ from the match. */
export interface Reading {
  period: Period;
  /** True where the anchor was needed. */
  relative: boolean;
  confidence: number;
  role?: DateRole;
  start?: number;
  end?: number;
}

/** How a rule understands a length of time or a repetition. */
export interface Length {
  kind: 'duration' | 'set' | 'reference';
  value: string;
  confidence: number;
  start?: number;
}

/** One small rule. `null` leaves the place to the rules after it; `refused` claims the words as being no date. */
export interface DateRule {
  name: string;
  triggers: readonly Trigger[];
  /** Sticky: it is tried where a trigger word begins. */
  pattern: RegExp;
  read(match: RegExpExecArray, scene: Scene): Reading | Length | 'refused' | null;
}

type RuleParts = Omit<DateRule, 'pattern' | 'read'> & { pattern: string };

/** A sticky pattern that ignores case. */
export function sticky(source: string): RegExp {
  return new RegExp(source, 'iy');
}

/** A rule that needs no anchor. */
export function absoluteRule(parts: RuleParts & Pick<DateRule, 'read'>): DateRule {
  return { ...parts, pattern: sticky(parts.pattern) };
}

/** A rule that reads nothing where there is no anchor. */
export function relativeRule(
  parts: RuleParts & {
    read(match: RegExpExecArray, anchor: Anchor, scene: Scene): Reading | Length | 'refused' | null;
  },
): DateRule {
  return {
    ...parts,
    pattern: sticky(parts.pattern),
    read: (match, scene) => (scene.anchor === null ? null : parts.read(match, scene.anchor, scene)),
  };
}

/** The words of a named group, or an empty text where it took no part. */
export function group(match: RegExpExecArray, name: string): string {
  return match.groups?.[name] ?? '';
}

/** True where a letter of the words is a capital. */
export function isCapitalised(words: string): boolean {
  return /^\p{Lu}/u.test(words);
}
