import type { Attributes } from '../../../../lambda/store/table/port.ts';
import { RequestRefused } from '../refusals.ts';
import { type Operand, type Path, readOperand, readPath, valueAt } from './operands.ts';
import { type Bindings, readTokens, type Tokens } from './tokens.ts';

/** Gives the record a change; the one that it is given stays as it is. */
export type Change = (record: Attributes) => Attributes;

type Step = (before: Attributes, after: Attributes) => void;

/** Reads an UpdateExpression with SET, REMOVE and ADD of numbers; throws RequestRefused where it is none. */
export function readChange(text: string, bindings: Bindings): Change {
  const tokens = readTokens(text);
  const steps: Step[] = [];
  while (tokens.peek() !== '') {
    const read = SECTIONS[tokens.next().toUpperCase()] ?? tokens.refuse('it begins with SET, REMOVE or ADD');
    do steps.push(read(tokens, bindings));
    while (tokens.accepts(','));
  }
  return (before) => {
    const after = structuredClone(before);
    for (const step of steps) step(before, after);
    return after;
  };
}

const SECTIONS: Record<string, (tokens: Tokens, bindings: Bindings) => Step> = {
  SET(tokens, bindings) {
    const path = readPath(tokens, bindings);
    tokens.expect('=');
    const operand = readSum(tokens, bindings);
    return (before, after) => setAt(after, path, required(operand.valueIn(before), path));
  },
  REMOVE(tokens, bindings) {
    const path = readPath(tokens, bindings);
    return (_before, after) => removeAt(after, path);
  },
  ADD(tokens, bindings) {
    const path = readPath(tokens, bindings);
    const operand = readOperand(tokens, bindings);
    return (before, after) => {
      const sum = numberOf(valueAt(before, path) ?? 0, path) + numberOf(operand.valueIn(before), path);
      setAt(after, path, sum);
    };
  },
};

function readSum(tokens: Tokens, bindings: Bindings): Operand {
  const left = readTerm(tokens, bindings);
  const sign = tokens.accepts('+') ? 1 : tokens.accepts('-') ? -1 : 0;
  if (sign === 0) return left;
  const right = readTerm(tokens, bindings);
  return {
    path: null,
    valueIn: (record) =>
      numberOf(left.valueIn(record), left.path ?? []) + sign * numberOf(right.valueIn(record), right.path ?? []),
  };
}

function readTerm(tokens: Tokens, bindings: Bindings): Operand {
  const name = tokens.peek();
  if (name !== 'if_not_exists' && name !== 'list_append') return readOperand(tokens, bindings);
  tokens.next();
  tokens.expect('(');
  const first = readTerm(tokens, bindings);
  tokens.expect(',');
  const second = readTerm(tokens, bindings);
  tokens.expect(')');
  if (name === 'if_not_exists') {
    const valueIn = (record: Attributes) => {
      const found = first.valueIn(record);
      return found === undefined ? second.valueIn(record) : found;
    };
    return { path: null, valueIn };
  }
  return { path: null, valueIn: (record) => [first, second].flatMap((list) => list.valueIn(record)) };
}

function required(value: unknown, path: Path): unknown {
  if (value === undefined) throw new RequestRefused(`there is no value for ${path.join('.')}`);
  return value;
}

function numberOf(value: unknown, path: Path): number {
  if (typeof value !== 'number') throw new RequestRefused(`${path.join('.')} is no number to count with`);
  return value;
}

/** What holds the last step of the path; throws RequestRefused where nothing can. */
function holderOf(record: Attributes, path: Path): Record<string | number, unknown> {
  const holder = valueAt(record, path.slice(0, -1));
  if (typeof holder === 'object' && holder !== null) return holder as Record<string | number, unknown>;
  throw new RequestRefused(`the record has no place for ${path.join('.')}`);
}

function setAt(record: Attributes, path: Path, value: unknown): void {
  const holder = holderOf(record, path);
  const last = path.at(-1) as string | number;
  if (Array.isArray(holder) && Number(last) > holder.length) holder.push(value);
  else holder[last] = value;
}

function removeAt(record: Attributes, path: Path): void {
  const holder = valueAt(record, path.slice(0, -1));
  const last = path.at(-1) as string | number;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (typeof holder === 'object' && holder !== null) delete (holder as Record<string | number, unknown>)[last];
}
