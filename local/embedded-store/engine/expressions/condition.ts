import type { Attributes } from '../../../../lambda/store/table/port.ts';
import { type Comparator, compare, isEqual, typeOf } from './compare.ts';
import { type Operand, readOperand } from './operands.ts';
import { type Bindings, readTokens, type Tokens } from './tokens.ts';

/** Whether a record fulfils a condition. */
export type Condition = (record: Attributes) => boolean;

const COMPARATORS = ['=', '<>', '<', '<=', '>', '>='];

/** What the functions say of their arguments' values. */
const FUNCTIONS: Record<string, (first: unknown, second: unknown) => boolean> = {
  attribute_exists: (value) => value !== undefined,
  attribute_not_exists: (value) => value === undefined,
  attribute_type: (value, type) => value !== undefined && typeOf(value) === type,
  begins_with: (value, prefix) => typeof value === 'string' && typeof prefix === 'string' && value.startsWith(prefix),
  contains: (value, part) =>
    Array.isArray(value)
      ? value.some((one) => isEqual(one, part))
      : typeof value === 'string' && typeof part === 'string' && value.includes(part),
};

/** Reads a ConditionExpression or FilterExpression; throws RequestRefused where it is none. */
export function readCondition(text: string, bindings: Bindings): Condition {
  const tokens = readTokens(text);
  const condition = readAny(tokens, bindings);
  if (tokens.peek() !== '') tokens.refuse(`${JSON.stringify(tokens.peek())} is too much`);
  return condition;
}

function readAny(tokens: Tokens, bindings: Bindings): Condition {
  const parts = [readAll(tokens, bindings)];
  while (tokens.accepts('OR')) parts.push(readAll(tokens, bindings));
  return (record) => parts.some((part) => part(record));
}

function readAll(tokens: Tokens, bindings: Bindings): Condition {
  const parts = [readOne(tokens, bindings)];
  while (tokens.accepts('AND')) parts.push(readOne(tokens, bindings));
  return (record) => parts.every((part) => part(record));
}

function readOne(tokens: Tokens, bindings: Bindings): Condition {
  if (tokens.accepts('NOT')) {
    const part = readOne(tokens, bindings);
    return (record) => !part(record);
  }
  if (tokens.accepts('(')) {
    const part = readAny(tokens, bindings);
    tokens.expect(')');
    return part;
  }
  const call = FUNCTIONS[tokens.peek()];
  return call ? readCall(call, tokens, bindings) : readComparison(tokens, bindings);
}

function readCall(call: (first: unknown, second: unknown) => boolean, tokens: Tokens, bindings: Bindings): Condition {
  tokens.next();
  tokens.expect('(');
  const first = readOperand(tokens, bindings);
  const second = tokens.accepts(',') ? readOperand(tokens, bindings) : null;
  tokens.expect(')');
  return (record) => call(first.valueIn(record), second?.valueIn(record));
}

function readComparison(tokens: Tokens, bindings: Bindings): Condition {
  const left = readSized(tokens, bindings);
  if (tokens.accepts('BETWEEN')) {
    const low = readSized(tokens, bindings);
    tokens.expect('AND');
    const high = readSized(tokens, bindings);
    return (record) => {
      const value = left.valueIn(record);
      return compare(value, '>=', low.valueIn(record)) && compare(value, '<=', high.valueIn(record));
    };
  }
  if (tokens.accepts('IN')) {
    tokens.expect('(');
    const choices = [readSized(tokens, bindings)];
    while (tokens.accepts(',')) choices.push(readSized(tokens, bindings));
    tokens.expect(')');
    return (record) => choices.some((choice) => compare(left.valueIn(record), '=', choice.valueIn(record)));
  }
  const comparator = tokens.next();
  if (!COMPARATORS.includes(comparator)) return tokens.refuse(`${JSON.stringify(comparator)} compares nothing`);
  const right = readSized(tokens, bindings);
  return (record) => compare(left.valueIn(record), comparator as Comparator, right.valueIn(record));
}

/** An operand, or `size(path)` of one. */
function readSized(tokens: Tokens, bindings: Bindings): Operand {
  if (tokens.peek() !== 'size') return readOperand(tokens, bindings);
  tokens.next();
  tokens.expect('(');
  const inner = readOperand(tokens, bindings);
  tokens.expect(')');
  return { path: null, valueIn: (record) => sizeOf(inner.valueIn(record)) };
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}
