import type { Outlets } from '../kernel/outlets.ts';

/** So many values of a facet are given. */
const MOST_VALUES = 20;

/** A value with how often it stands among what was looked at. */
export interface FacetValue<Value extends string = string> {
  value: Value;
  label: string;
  count: number;
}

/** The most frequent values of all rows, at most 20, with what is counted already; a row may have several, or none. */
export function facetOf<Row, Value extends string>(
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly { value: Value; label: string }[],
  counted: Iterable<{ value: Value; count: number }> = [],
): FacetValue<Value>[] {
  const counts = new Map<Value, FacetValue<Value>>();
  for (const { value, count } of counted) addValue(counts, { value, label: value, count });
  for (const row of rows) for (const one of valuesOf(row)) addValue(counts, { ...one, count: 1 });
  return mostFrequent(counts);
}

/** Adds a value to the counts of a facet. */
export function addValue<Value extends string>(counts: Map<Value, FacetValue<Value>>, one: FacetValue<Value>): void {
  const known = counts.get(one.value);
  if (known) known.count += one.count;
  else if (one.count > 0) counts.set(one.value, { ...one });
}

/** The most frequent values, at most 20. */
export function mostFrequent<Value extends string>(counts: Map<Value, FacetValue<Value>>): FacetValue<Value>[] {
  return [...counts.values()]
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

/** A value that is its own label; none for `null`. */
export function plain<Value extends string>(value: Value | null): { value: Value; label: string }[] {
  return value === null || value === '' ? [] : [{ value, label: value }];
}

/** Values that are feeds, with their titles; those that are no more keep their ids. */
export async function withTitles(values: FacetValue[], outlets: Outlets): Promise<FacetValue[]> {
  const titles = await outlets.titles(values.map(({ value }) => value));
  return values.map((one) => ({ ...one, label: titles.get(one.value) ?? one.label }));
}
