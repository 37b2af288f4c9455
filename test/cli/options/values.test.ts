import { describe, expect, test } from 'vitest';
import { readDuration, readWholeNumber } from '../../../cli/options/values.ts';

describe('readDuration', () => {
  test.each([
    ['30m', 1_800_000],
    ['12h', 43_200_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
  ])('%s', (text, milliseconds) => {
    expect(readDuration(text)).toBe(milliseconds);
  });

  test.each(['', '7', 'd', '-7d', '0d', '7 d', '7y', '99999w'])('%j is none', (text) => {
    expect(() => readDuration(text)).toThrow('as 12h or 7d');
  });
});

test('readWholeNumber keeps its range', () => {
  const read = readWholeNumber(1, 20);
  expect([read('1'), read('20')]).toEqual([1, 20]);
  for (const text of ['0', '21', '1.5', '', '1e1', '١']) expect(() => read(text)).toThrow('from 1 to 20');
});
