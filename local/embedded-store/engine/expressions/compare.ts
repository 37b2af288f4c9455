/** A comparing word of DynamoDB's expressions. */
export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** DynamoDB's name of a value's type. */
export function typeOf(value: unknown): string {
  if (typeof value === 'string') return 'S';
  if (typeof value === 'number') return 'N';
  if (typeof value === 'boolean') return 'BOOL';
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) return 'B';
  return Array.isArray(value) ? 'L' : 'M';
}

/** Whether both are of one type and equal through and through. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (typeOf(one) !== typeOf(other)) return false;
  if (typeof one !== 'object' || one === null) return one === other;
  if (one instanceof Uint8Array) return Buffer.compare(one, other as Uint8Array) === 0;
  const [left, right] = [one, other] as Record<string, unknown>[];
  const [names, others] = [Object.keys(left ?? {}), Object.keys(right ?? {})];
  return names.length === others.length && names.every((name) => isEqual(left?.[name], right?.[name]));
}

/** The order of two values of one type: negative, 0, positive; `null` where they have none. */
function order(one: unknown, other: unknown): number | null {
  const type = typeOf(one);
  if (type !== typeOf(other)) return null;
  if (type === 'N') return Number(one) - Number(other);
  if (type === 'S') return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
  return type === 'B' ? Buffer.compare(one as Uint8Array, other as Uint8Array) : null;
}

/** Whether `one comparator other` holds; what is missing (`undefined`) is unequal to all, and in no order to anything. */
export function compare(one: unknown, comparator: Comparator, other: unknown): boolean {
  if (one === undefined || other === undefined) return comparator === '<>';
  if (comparator === '=') return isEqual(one, other);
  if (comparator === '<>') return !isEqual(one, other);
  const difference = order(one, other);
  if (difference === null) return false;
  if (comparator === '<') return difference < 0;
  if (comparator === '<=') return difference <= 0;
  return comparator === '>' ? difference > 0 : difference >= 0;
}
