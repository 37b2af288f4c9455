import { expect, it } from 'vitest';
import { foldSpace } from '../../../../lambda/common/html/fold-space.ts';

it.each([
  [' a\n\t b ', 'a b'],
  ['a\u00a0b', 'a b'],
  ['a b', 'a b'],
  ['  ', ''],
])('%j in one line', (text, folded) => {
  expect(foldSpace(text)).toBe(folded);
});
