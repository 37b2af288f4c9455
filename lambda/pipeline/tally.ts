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
    of: (subject) => inOrder(mostFrequent([...(counts.get(subject) ?? [])])),
  };
}

/**
 * A tally of values that come in order, all of one value before the next one, as outlets do where articles are counted outlet by outlet: it holds few of
 * them at a time, where every speaker of a day with every outlet would be millions.
 */
export function createOrderedTally(): Tally {
  const counts = new Map<string, [string, Times][]>();
  return {
    add(subject, value, undated) {
      let values = counts.get(subject) ?? [];
      let last = values.at(-1);
      if (last?.[0] !== value) {
        if (values.length >= 2 * MOST_VALUES) values = mostFrequent(values);
        last = [value, { statements: 0, undated: 0 }];
        values.push(last);
        counts.set(subject, values);
      }
      last[1].statements++;
      last[1].undated += Number(undated);
    },
    of: (subject) => inOrder(mostFrequent(counts.get(subject) ?? [])),
  };
}

function mostFrequent(values: [string, Times][]): [string, Times][] {
  const ordered = values.toSorted(
    ([one, { statements: most }], [other, { statements: more }]) => more - most || (one < other ? -1 : 1),
  );
  return ordered.slice(0, MOST_VALUES);
}

function inOrder(values: [string, Times][]): [string, Times][] {
  return values.sort(([one], [other]) => (one < other ? -1 : 1));
}
