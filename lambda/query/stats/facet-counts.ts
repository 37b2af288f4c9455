/** So many values of a facet are given. */
const MOST_VALUES = 20;

/** A value with how often it stands among what was looked at. */
export interface FacetValue<Value extends string = string> {
  value: Value;
  label: string;
  count: number;
}

/** The most frequent values of all rows, at most 20; a row may have several, or none. */
export function facetOf<Row, Value extends string>(
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly { value: Value; label: string }[],
): FacetValue<Value>[] {
  const counts = new Map<Value, FacetValue<Value>>();
  for (const row of rows) {
    for (const { value, label } of valuesOf(row)) {
      const known = counts.get(value);
      if (known) known.count++;
      else counts.set(value, { value, label, count: 1 });
    }
  }
  return [...counts.values()]
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

/** A value that is its own label; none for `null`. */
export function plain<Value extends string>(value: Value | null): { value: Value; label: string }[] {
  return value === null || value === '' ? [] : [{ value, label: value }];
}
