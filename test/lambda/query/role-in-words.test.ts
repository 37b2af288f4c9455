import { expect, test } from 'vitest';
import { roleInWords } from '../../../lambda/query/role-in-words.ts';

test.each([
  ['Mayor', 'Auldhaven', 'Mayor, Auldhaven'],
  ['Minister of Energy', 'Energy', 'Minister of Energy'],
  [
    'President of network planning at Pellan Air',
    'Network Planning at Pellan Air',
    'President of network planning at Pellan Air',
  ],
  ['Rail spokesman', 'Rai', 'Rail spokesman, Rai'],
  [null, 'Pellan Air', 'Pellan Air'],
  ['nurse', null, 'nurse'],
  [null, null, ''],
])('the role %s at %s is %s', (role, affiliation, words) => {
  expect(roleInWords({ role, affiliation })).toBe(words);
});
