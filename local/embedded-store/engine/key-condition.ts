import type { IndexName } from '../../../lambda/store/table/port.ts';
import { keyAttributes } from '../../../lambda/store/table/table-schema.ts';
import { readOperand } from './expressions/operands.ts';
import { type Bindings, readTokens, type Tokens } from './expressions/tokens.ts';
import { partitionRange, type RowRange, type SortRange } from './row-keys.ts';

/** The rows that a KeyConditionExpression asks for; throws RequestRefused where it is none for this index. */
export function readKeyCondition(text: string, bindings: Bindings, index: IndexName | null): RowRange {
  const tokens = readTokens(text);
  const names = keyAttributes(index);
  const ranges = new Map<string, SortRange>();
  do {
    const [name, range] = readRange(tokens, bindings);
    if (name !== names.partition && name !== names.sort) tokens.refuse(`${name} is no key here`);
    ranges.set(name, range);
  } while (tokens.accepts('AND'));
  const { low, high } = ranges.get(names.partition) ?? {};
  if (tokens.peek() !== '' || low === undefined || low !== high) {
    return tokens.refuse('it must name one partition, and may name a range in it');
  }
  return partitionRange(index, low, ranges.get(names.sort) ?? {});
}

function readRange(tokens: Tokens, bindings: Bindings): [string, SortRange] {
  if (tokens.accepts('begins_with')) {
    tokens.expect('(');
    const name = keyName(tokens, bindings);
    tokens.expect(',');
    const beginsWith = textValue(tokens, bindings);
    tokens.expect(')');
    return [name, { beginsWith }];
  }
  const name = keyName(tokens, bindings);
  const comparator = tokens.next().toUpperCase();
  const low = textValue(tokens, bindings);
  if (comparator === 'BETWEEN') {
    tokens.expect('AND');
    return [name, { low, high: textValue(tokens, bindings) }];
  }
  const range = RANGES[comparator];
  return range ? [name, range(low)] : tokens.refuse(`${comparator} asks for no range`);
}

const RANGES: Record<string, (value: string) => SortRange> = {
  '=': (value) => ({ low: value, high: value }),
  '<': (value) => ({ high: value, highExclusive: true }),
  '<=': (value) => ({ high: value }),
  '>': (value) => ({ low: value, lowExclusive: true }),
  '>=': (value) => ({ low: value }),
};

function keyName(tokens: Tokens, bindings: Bindings): string {
  const { path } = readOperand(tokens, bindings);
  return typeof path?.[0] === 'string' && path.length === 1 ? path[0] : tokens.refuse('a key attribute comes first');
}

function textValue(tokens: Tokens, bindings: Bindings): string {
  const value = readOperand(tokens, bindings).valueIn({});
  return typeof value === 'string' ? value : tokens.refuse('keys are compared with texts');
}
