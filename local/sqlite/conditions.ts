import type { Attributes, Change, Comparable, Condition } from '../../lambda/store/table/port.ts';
import { refused } from './check-record.ts';

/** Whether the condition holds of a record; `null` is one that is not there. */
export function holds(condition: Condition, record: Attributes | null): boolean {
  if ('exists' in condition) return condition.exists === (record !== null);
  if ('allOf' in condition) return condition.allOf.every((part) => holds(part, record));
  if ('anyOf' in condition) return condition.anyOf.some((part) => holds(part, record));
  if ('lacks' in condition) return record?.[condition.lacks] === undefined;
  if ('equals' in condition) {
    const [name, wanted] = condition.equals;
    return isEqual(record?.[name], wanted);
  }
  const [name, most] = condition.atMost;
  const value = record?.[name];
  if (typeof value === 'number' && typeof most === 'number') return value <= most;
  return (
    typeof value === 'string' && typeof most === 'string' && Buffer.compare(Buffer.from(value), Buffer.from(most)) <= 0
  );
}

function isEqual(value: unknown, wanted: Comparable): boolean {
  if (!(wanted instanceof Uint8Array)) return value === wanted;
  return value instanceof Uint8Array && Buffer.compare(value, wanted) === 0;
}

/** The record with the change made; `before` stays as it is. Throws StoreError `invalid-record` for a number added to what is none. */
export function changed<T extends Attributes>(before: T, { set = {}, remove = [], add = {} }: Change): T {
  const after: Attributes = { ...before };
  for (const [name, value] of Object.entries(set)) if (value !== undefined) after[name] = value;
  for (const name of remove) delete after[name];
  for (const [name, number] of Object.entries(add)) {
    const value = before[name] ?? 0;
    if (typeof value !== 'number') throw refused(`${name} is no number to add to`);
    after[name] = value + number;
  }
  return after as T;
}
