import type { SourceMap } from '../lib/bundling/function-bundles.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of one segment of the mappings. */
function readSegment(text: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

/** Characters of the code by the source that they were made of. */
export function bytesBySource(code: string, { sources, mappings }: SourceMap): Map<string, number> {
  const bytes = new Map<string, number>();
  const lines = code.split('\n');
  let source = 0;
  for (const [number, mapped] of mappings.split(';').entries()) {
    const end = lines[number]?.length ?? 0;
    let [column, from] = [0, null as string | null];
    const take = (to: number): void => {
      if (from !== null) bytes.set(from, (bytes.get(from) ?? 0) + to - column);
      column = to;
    };
    for (const segment of mapped === '' ? [] : mapped.split(',')) {
      const [step = 0, next] = readSegment(segment);
      take(column + step);
      source += next ?? 0;
      from = next === undefined ? null : (sources[source] ?? null);
    }
    take(end);
  }
  return bytes;
}
