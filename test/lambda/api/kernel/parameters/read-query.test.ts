import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../../../lambda/api/kernel/http/problem.ts';
import { emptyQuerySchema } from '../../../../../lambda/api/kernel/parameters/paging.ts';
import { checkRange, readQuery, refuseBeside } from '../../../../../lambda/api/kernel/parameters/read-query.ts';
import { statementsQuerySchema } from '../../../../../lambda/api/statements/query.ts';

const read = (query: string) => readQuery(statementsQuerySchema, new URLSearchParams(query));

const wrongNames = (run: () => unknown): (string | undefined)[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError && error.status === 400) return error.parts.map(({ parameter }) => parameter);
    throw error;
  }
  return [];
};

describe('the query string', () => {
  test('has defaults for what is not sent', () => {
    expect(read('').values).toMatchObject({ role: [], q: [], minConfidence: 0, includeDuplicates: false, limit: 50 });
  });

  test.each([
    ['from=2023-11-12', { from: '2023-11-12T00:00:00Z' }],
    ['to=2023-11-30', { to: '2023-12-01T00:00:00Z' }],
    ['to=2023-11-30T10:00%2B02:00', { to: '2023-11-30T08:00:00Z' }],
    ['from=2023-11-30T10:00:00.250Z', { from: '2023-11-30T10:00:00.250Z' }],
    ['role=Prime+M%C3%ADnister', { role: ['prime', 'minister'] }],
    ['type=direct,mixed', { type: ['direct', 'mixed'] }],
    ['minConfidence=0.75', { minConfidence: 0.75 }],
    ['language=en-GB', { language: 'en-gb' }],
    ['includeDuplicates=1', { includeDuplicates: true }],
    ['limit=500', { limit: 500 }],
    ['fields=id,text', { fields: ['id', 'text'] }],
    ['speaker=&q=&from=', {}],
  ])('%s', (query, expected) => {
    expect(read(query).values).toMatchObject(expected);
  });

  test.each([
    ['from=yesterday', ['from']],
    ['from=2023-02-30', ['from']],
    ['from=0000-01-01', ['from']],
    ['to=9999-12-31', ['to']],
    ['from=2023-11-12T25:00:00Z', ['from']],
    ['from=2023-11-12T10:00:00', ['from']],
    ['limit=0', ['limit']],
    ['limit=501', ['limit']],
    ['limit=99999999999999999999', ['limit']],
    ['limit=1e2', ['limit']],
    ['limit=-1', ['limit']],
    ['minConfidence=1.01', ['minConfidence']],
    ['minConfidence=NaN', ['minConfidence']],
    ['type=direct,', ['type']],
    ['type=shouted', ['type']],
    ['language=../etc', ['language']],
    ['includeDuplicates=yes', ['includeDuplicates']],
    ['q=%21%3F', ['q']],
    ['speaker=-', ['speaker']],
    [`q=${'a'.repeat(201)}`, ['q']],
    [`speaker=${'a'.repeat(201)}`, ['speaker']],
    ['q=a%00b', ['q']],
    ['q=a&q=b', ['q']],
    ['__proto__=1', ['__proto__']],
    ['constructor=1&toString=2', ['constructor', 'toString']],
    ['Speaker=x', ['Speaker']],
    ['limit=x&from=y', ['from', 'limit']],
  ])('is refused with the names of what is wrong: %s', (query, names) => {
    expect(wrongNames(() => read(query))).toEqual(names);
  });

  test('of any text is read or refused, never anything else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('q', 'from', 'to', 'limit', 'type', 'x'), fc.string())),
        (pairs) => {
          wrongNames(() => readQuery(statementsQuerySchema, new URLSearchParams(pairs)));
        },
      ),
    );
  });

  test('is told to be without parameters where there are none', () => {
    expect(() => readQuery(emptyQuerySchema, new URLSearchParams('a=1'))).toThrow('a: there are no parameters here');
  });
});

describe('what does not go together', () => {
  test.each([
    ['2023-11-12', '2023-11-12', ['to']],
    ['2023-11-12T00:00:00.500Z', '2023-11-12T00:00:00Z', ['to']],
    ['2023-11-12T00:00:00Z', '2023-11-12T00:00:00.500Z', []],
    [undefined, '2023-11-12', []],
    ['2023-11-12', undefined, []],
  ])('a range from %s to %s', (from, to, names) => {
    expect(wrongNames(() => checkRange(from, to))).toEqual(names);
  });

  test('two parameters', () => {
    expect(wrongNames(() => refuseBeside({ q: 'a', from: 'b' }, 'q', ['to', 'from'], 'so'))).toEqual(['from']);
    expect(wrongNames(() => refuseBeside({ from: 'b' }, 'q', ['to', 'from'], 'so'))).toEqual([]);
    expect(wrongNames(() => refuseBeside({ q: 'b' }, 'q', ['to', 'from'], 'so'))).toEqual([]);
  });
});
