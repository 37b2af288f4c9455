import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createOrderedTally, createTally } from '../../../lambda/pipeline/tally.ts';

it('counts values of each subject, and how many of them are undated', () => {
  const tally = createTally();
  tally.add('a', 'minister', false);
  tally.add('b', '__proto__', false);
  tally.add('a', 'minister', true);
  tally.add('a', 'envoy', true);
  expect(tally.of('a')).toEqual([
    ['envoy', { statements: 1, undated: 1 }],
    ['minister', { statements: 2, undated: 1 }],
  ]);
  expect(tally.of('b')).toEqual([['__proto__', { statements: 1, undated: 0 }]]);
  expect(tally.of('c')).toEqual([]);
});

it('keeps the 200 most frequent values, and the first ones of those that are equally frequent', () => {
  const tally = createTally();
  for (let value = 999; value >= 0; value--) {
    for (let times = value % 5 === 0 ? 2 : 1; times > 0; times--) tally.add('a', `${value}`.padStart(3, '0'), false);
  }
  for (const value of ['998', '999']) for (let times = 0; times < 3; times++) tally.add('a', value, false);
  const values = tally.of('a').map(([value]) => value);
  expect(values).toHaveLength(200);
  expect(values.slice(0, 3)).toEqual(['000', '005', '010']);
  expect(values.slice(-2)).toEqual(['998', '999']);
});

it('keeps the same of values that come in order, whatever they are', () => {
  const adds = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.nat(1_500), fc.boolean()), { maxLength: 4_000 });
  fc.assert(
    fc.property(adds, (list) => {
      const [any, ordered] = [createTally(), createOrderedTally()];
      const sorted = list.map(([subject, value, undated]) => [subject, `${value}`.padStart(4, '0'), undated] as const);
      for (const add of sorted.toSorted(([, one], [, other]) => (one < other ? -1 : 1))) {
        any.add(...add);
        ordered.add(...add);
      }
      for (const subject of ['a', 'b']) expect(ordered.of(subject)).toEqual(any.of(subject));
    }),
    { numRuns: 30 },
  );
});
