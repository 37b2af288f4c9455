import { expect, test } from 'vitest';
import { createTally } from '../../../lambda/pipeline/tally.ts';

test('a tally counts the values of each subject, and keeps the most frequent ones', () => {
  const tally = createTally();
  for (let n = 0; n < 300; n++) tally.add('many', `role ${n}`, false);
  tally.add('many', 'role 299', true);
  tally.add('few', '__proto__', true);
  expect(tally.of('many')).toHaveLength(200);
  expect(tally.of('many')).toContainEqual(['role 299', { statements: 2, undated: 1 }]);
  expect(tally.of('few')).toEqual([['__proto__', { statements: 1, undated: 1 }]]);
  expect(tally.of('none')).toEqual([]);
});
