import type { Attributes } from '../../../../lambda/store/table/port.ts';
import type { Bindings, Tokens } from './tokens.ts';

/** The way to a value inside a record: names of attributes and places in lists. */
export type Path = (string | number)[];

/** A part of an expression that gives a value; `undefined` where the record has none. */
export interface Operand {
  /** Where it stands in the record; `null` for what is given or computed. */
  path: Path | null;
  valueIn(record: Attributes): unknown;
}

/** The value at the path, or `undefined`. */
export function valueAt(record: unknown, path: Path): unknown {
  let value = record;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
  }
  return value;
}

/** Reads a path such as `#a.b[2]`. */
export function readPath(tokens: Tokens, { names }: Bindings): Path {
  const nameOf = (word: string): string => {
    if (!/^#?[A-Za-z0-9_]+$/.test(word)) return tokens.refuse(`${JSON.stringify(word)} is no name`);
    if (!word.startsWith('#')) return word;
    return names?.[word] ?? tokens.refuse(`the name ${word} is not given`);
  };
  const path: Path = [nameOf(tokens.next())];
  for (;;) {
    if (tokens.accepts('.')) path.push(nameOf(tokens.next()));
    else if (tokens.accepts('[')) {
      path.push(Number(tokens.next()));
      tokens.expect(']');
    } else return path;
  }
}

/** Reads a value (`:v`) or the path of one. */
export function readOperand(tokens: Tokens, bindings: Bindings): Operand {
  if (tokens.peek().startsWith(':')) {
    const word = tokens.next();
    const value = bindings.values?.[word];
    if (value === undefined) return tokens.refuse(`the value ${word} is not given`);
    return { path: null, valueIn: () => value };
  }
  const path = readPath(tokens, bindings);
  return { path, valueIn: (record) => valueAt(record, path) };
}
