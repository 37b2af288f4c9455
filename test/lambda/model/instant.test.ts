import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, instantSchema, sortableInstant, toInstant } from '../../../lambda/model/instant.ts';

const milliseconds = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });

describe('instants', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [1_500, '1970-01-01T00:00:01.500Z'],
  ])('writes %i as %s', (value, text) => expect(toInstant(value)).toBe(text));

  it('refuses years that do not fit', () => expect(() => toInstant(253_402_300_800_000)).toThrow(RangeError));

  it('is always valid, and sorts as time does', () => {
    fc.assert(
      fc.property(milliseconds, milliseconds, (a, b) => {
        instantSchema.parse(toInstant(a));
        const [first, second] = [sortableInstant(toInstant(a)), sortableInstant(toInstant(b))];
        return first < second === a < b && (first === second) === (a === b);
      }),
    );
  });

  it('knows its day', () => expect(dayOf('2023-11-12T23:59:59Z')).toBe('2023-11-12'));
});
