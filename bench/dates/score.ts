import type { Found } from './peers.ts';

/** One annotated expression of the evaluation data, TIMEX3. */
export interface Annotated {
  start: number;
  end: number;
  value: string;
  type: string;
}

/** Sums over documents, from which the figures are made. */
export interface Tally {
  expected: number;
  found: number;
  detected: number;
  valued: number;
}

/** Spellings of one value: seconds, zones and missing minutes count for nothing. */
function plainValue(value: string): string {
  return value
    .trim()
    .replace(/(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/i, '')
    .replace(
      /T(\d\d)(?::(\d\d)(?::\d\d)?)?$/,
      (_, hour: string, minute = '00') => `T${hour === '24' ? '00' : hour}:${minute}`,
    );
}

const isCalendar = ({ type, value }: Annotated): boolean =>
  (type === 'DATE' || type === 'TIME') && value !== '' && !/_REF$|^P/.test(value);

/**
 * Adds a document to the tally: each expression of the calendar is found where a prediction overlaps it (one to one, widest
 * overlap first), and right where their values are equal too. Predictions on lengths of time and vague words count for nothing.
 */
export function tallyDocument(tally: Tally, annotated: readonly Annotated[], found: readonly Found[]): void {
  const pairs = annotated.flatMap((gold) =>
    found.map((guess) => ({
      gold,
      guess,
      overlap: Math.min(gold.end, guess.end) - Math.max(gold.start, guess.start),
      isEqual: plainValue(gold.value) === plainValue(guess.value),
      counts: isCalendar(gold),
    })),
  );
  pairs.sort(
    (a, b) => Number(b.counts) - Number(a.counts) || b.overlap - a.overlap || Number(b.isEqual) - Number(a.isEqual),
  );
  const done = new Set<Annotated | Found>();
  let ignored = 0;
  for (const { gold, guess, overlap, isEqual, counts } of pairs) {
    if (overlap <= 0 || done.has(gold) || done.has(guess)) continue;
    done.add(gold).add(guess);
    if (!counts) ignored += 1;
    else {
      tally.detected += 1;
      if (isEqual) tally.valued += 1;
    }
  }
  const onlyVague = (guess: Found) =>
    annotated.some((gold) => !isCalendar(gold) && gold.start < guess.end && guess.start < gold.end);
  ignored += found.filter((guess) => !done.has(guess) && onlyVague(guess)).length;
  tally.expected += annotated.filter(isCalendar).length;
  tally.found += found.length - ignored;
}

/** F1 of hits among what was expected and what was found. */
export function f1(hits: number, { expected, found }: Tally): number {
  return expected + found === 0 ? 0 : (2 * hits) / (expected + found);
}
