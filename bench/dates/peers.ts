import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { civilDay, dayNumber, formatDay, isoWeek, parseDay } from '../../lambda/common/calendar/civil.ts';

/** One expression that a finder took for a date. */
export interface Found {
  start: number;
  end: number;
  /** TIMEX3 value; empty where the finder gives none. */
  value: string;
}
export type Finder = (text: string, day: string) => Found[];

/** A library to compare with: its packages, the first of which names it, and how its answers become TIMEX3 values. */
interface Peer {
  packages: string[];
  build(modules: never[]): Finder;
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The unit of the calendar that a half-open range of days covers, as TIMEX3 writes it; its first day for other ranges. */
function valueOfRange(from: string, to: string): string {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === null || last === null) return '';
  const months = (last.year - first.year) * 12 + last.month - first.month;
  if (first.day === 1 && last.day === 1) {
    if (months === 1) return from.slice(0, 7);
    if (months === 3 && first.month % 3 === 1) return `${from.slice(0, 4)}-Q${Math.ceil(first.month / 3)}`;
    if (months === 12 && first.month === 1) return from.slice(0, 4);
  }
  const { year, week } = isoWeek(dayNumber(first));
  return dayNumber(last) - dayNumber(first) === 7 ? `${year}-W${String(week).padStart(2, '0')}` : from;
}

interface ChronoResult {
  index: number;
  text: string;
  start: { get(part: string): number | null; isCertain(part: string): boolean };
}
interface Chrono {
  parse(text: string, reference: object): ChronoResult[];
}

const chrono: Peer = {
  packages: ['chrono-node'],
  build:
    ([chronoNode]: Chrono[]) =>
    (text, day) =>
      (chronoNode?.parse(text, { instant: noonOf(day), timezone: 'UTC' }) ?? []).map(
        ({ index, text: words, start }) => {
          const two = (part: string) => String(start.get(part) ?? 0).padStart(2, '0');
          const parts = [String(start.get('year') ?? 0).padStart(4, '0'), two('month'), two('day')];
          const fine = ['day', 'weekday', 'hour'].some((part) => start.isCertain(part));
          const value = parts.slice(0, fine ? 3 : start.isCertain('month') ? 2 : 1).join('-');
          const time = start.isCertain('hour') ? `T${two('hour')}:${two('minute')}` : '';
          return { start: index, end: index + words.length, value: value + time };
        },
      ),
};

interface CompromiseDate {
  offset: { start: number; length: number };
  dates: { start: string | null; end: string | null };
}
interface Compromise {
  plugin(plugin: unknown): void;
  (text: string): { dates(options: object): { json(options: object): CompromiseDate[] } };
}

const compromise: Peer = {
  packages: ['compromise', 'compromise-dates'],
  build: ([core, plugin]: { default: unknown }[]) => {
    const nlp = core?.default as Compromise;
    nlp.plugin(plugin?.default);
    return (text, day) =>
      nlp(text)
        .dates({ today: day, timezone: 'UTC' })
        .json({ offset: true })
        .map(({ offset, dates }) => {
          const last = parseDay(dates.end ?? '');
          const next = last && formatDay(civilDay(dayNumber(last) + 1));
          const value = dates.start === null || next === null ? '' : valueOfRange(dates.start.slice(0, 10), next);
          return { start: offset.start, end: offset.start + offset.length, value };
        });
  },
};

interface Recognised {
  start: number;
  end: number;
  typeName: string;
  resolution?: { values?: { timex: string; value?: string; start?: string; end?: string }[] };
}
interface Recognizers {
  recognizeDateTime(text: string, culture: string, options: number, reference: Date): Recognised[];
}

const recognizers: Peer = {
  packages: ['@microsoft/recognizers-text-date-time'],
  build:
    ([suite]: { default: Recognizers }[]) =>
    (text, day) =>
      (suite?.default.recognizeDateTime(text, 'en-us', 0, noonOf(day)) ?? [])
        .filter(({ typeName }) => !/\.(?:duration|set|timezone)$/.test(typeName))
        .map(({ start, end, resolution }) => {
          // Of two readings, the past and the coming one, the first is that of news.
          const first = resolution?.values?.[0];
          const whole = /^\d{4}(?:$|-)/.test(first?.timex ?? '') ? first?.timex : undefined;
          const range = first?.start && first.end ? valueOfRange(first.start, first.end) : undefined;
          return { start, end: end + 1, value: whole ?? range ?? first?.value ?? first?.start ?? '' };
        }),
};

const PEERS: readonly Peer[] = [chrono, compromise, recognizers];

/** A peer ready to run; `find` is `null` and `name` says so where it is not installed. */
export interface LoadedPeer {
  name: string;
  find: Finder | null;
}

/** Loads the peers from the packages of a folder, the project's own as a rule. */
export async function loadPeers(folder: string): Promise<LoadedPeer[]> {
  const { resolve } = createRequire(join(folder, 'package.json'));
  const loaded: LoadedPeer[] = [];
  for (const { packages, build } of PEERS) {
    const name = packages.at(-1) ?? '';
    try {
      const modules: unknown[] = [];
      for (const each of packages) modules.push(await import(pathToFileURL(resolve(each)).href));
      loaded.push({ name, find: build(modules as never[]) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
      loaded.push({ name: `${name} (not installed: npm install ${packages.join(' ')})`, find: null });
    }
  }
  return loaded;
}
