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

/** A tally of nothing yet. */
export function createTally(): Tally {
  const counts = new Map<string, Map<string, Times>>();
  return {
    add(subject, value, undated) {
      const values = counts.get(subject) ?? new Map<string, Times>();
      const times = values.get(value) ?? { statements: 0, undated: 0 };
      times.statements++;
      times.undated += Number(undated);
      counts.set(subject, values.set(value, times));
    },
    of: (subject) =>
      [...(counts.get(subject) ?? [])]
        .sort(([, most], [, more]) => more.statements - most.statements)
        .slice(0, MOST_VALUES)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
  };
}
