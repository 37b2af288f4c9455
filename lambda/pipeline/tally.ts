/** A row must fit into a record, whatever a hostile feed says. */
const MOST_VALUES = 200;
/** Numbers that an ordered tally holds of a value. */
const FIELDS = 3;

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
 * A tally of values that come in ascending order, as outlets do where articles are counted outlet by outlet: it holds few of them at a time and as
 * numbers, where every speaker of a day with every outlet would be millions.
 */
export function createOrderedTally(): Tally {
  const values: string[] = [];
  /** By subject the number of each value, how often it was said, and how often of that undated, one after another. */
  const counts = new Map<string, number[]>();
  return {
    add(subject, value, undated) {
      if (values.at(-1) !== value) values.push(value);
      const number = values.length - 1;
      let numbers = counts.get(subject) ?? [number, 0, 0];
      if (numbers.at(-FIELDS) !== number) {
        if (numbers.length >= 2 * MOST_VALUES * FIELDS) numbers = mostFrequentNumbers(numbers);
        numbers.push(number, 0, 0);
      }
      counts.set(subject, numbers);
      const last = numbers.length - 1;
      numbers[last - 1] = (numbers[last - 1] ?? 0) + 1;
      numbers[last] = (numbers[last] ?? 0) + Number(undated);
    },
    of: (subject) =>
      triples(mostFrequentNumbers(counts.get(subject) ?? [])).map(([number, statements, undated]) => [
        values[number] as string,
        { statements, undated },
      ]),
  };
}

type Triple = [number, number, number];

const triples = (numbers: number[]): Triple[] =>
  Array.from({ length: numbers.length / FIELDS }, (_, n) => numbers.slice(n * FIELDS, (n + 1) * FIELDS) as Triple);

/** The most frequent ones and of equally frequent ones the first, in their order. */
function mostFrequentNumbers(numbers: number[]): number[] {
  if (numbers.length <= MOST_VALUES * FIELDS) return numbers;
  const ordered = triples(numbers).sort(([one, most], [other, more]) => more - most || one - other);
  return ordered
    .slice(0, MOST_VALUES)
    .sort(([one], [other]) => one - other)
    .flat();
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
