type Value = Record<string, unknown>;

const PER_COLLECTION = 3;

/** Bytes of a record of DynamoDB (as AttributeValues), as its developer guide counts them: names and values, UTF-8. */
export function recordSize(record: Record<string, Value>): number {
  return Object.entries(record).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0);
}

function valueSize(value: Value): number {
  if (typeof value.S === 'string') return Buffer.byteLength(value.S);
  if (typeof value.N === 'string') return numberSize(value.N);
  if (value.B instanceof Uint8Array) return value.B.byteLength;
  if ('BOOL' in value || 'NULL' in value) return 1;
  if (Array.isArray(value.L)) return PER_COLLECTION + value.L.reduce((sum, one) => sum + 1 + valueSize(one), 0);
  if (value.M) {
    const inside = Object.entries(value.M as Record<string, Value>);
    return PER_COLLECTION + inside.reduce((sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + valueSize(one), 0);
  }
  throw new Error(`no size is known for ${Object.keys(value)}`);
}

/** A byte for each two digits, and one more; a minus is a byte. */
function numberSize(text: string): number {
  const digits = text.replace(/^-|\.|e.*$/gi, '').replace(/^0+|0+$/g, '').length;
  return Math.ceil(digits / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}

/** Write units of a record of so many bytes. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));
