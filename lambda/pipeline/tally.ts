/** A row must fit into a record, whatever a hostile feed says. */
const MOST_VALUES = 200;

/** How often a value was said, and how often of that in undated articles. */
export interface Times {
  statements: number;
  undated: number;
}

/** Counts values of several subjects. */
export interface Tally {
  add(subject: string, value: string, undated: boolean): void;
  /** The values of a subject in their own order with their counts; the most frequent ones where there are too many. */
  of(subject: string): [string, Times][];
}

type Counts = Map<string, number>;

/** A tally of nothing yet. */
export function createTally(): Tally {
  const [all, undatedOnes] = [new Map<string, Counts>(), new Map<string, Counts>()];
  // There may be millions of pairs of speaker and outlet: each value is held once, and a pair takes two words.
  const values = new Map<string, string>();
  const increment = (counts: Map<string, Counts>, subject: string, value: string): void => {
    const own: Counts = counts.get(subject) ?? new Map();
    counts.set(subject, own.set(value, (own.get(value) ?? 0) + 1));
  };
  return {
    add(subject, text, undated) {
      const value = values.get(text) ?? text;
      values.set(value, value);
      increment(all, subject, value);
      if (undated) increment(undatedOnes, subject, value);
    },
    of(subject) {
      const undated = undatedOnes.get(subject);
      return [...(all.get(subject) ?? [])]
        .sort(([, most], [, more]) => more - most)
        .slice(0, MOST_VALUES)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([value, statements]) => [value, { statements, undated: undated?.get(value) ?? 0 }]);
    },
  };
}
