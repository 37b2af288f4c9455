import { expect, test } from 'vitest';
import { nameWithRole, roleInWords } from '../../../../lambda/api/speakers/role-in-words.ts';

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

test.each([
  ['Ann Roe', 'Mayor', 'Auldhaven', 'Ann Roe, Mayor, Auldhaven'],
  ['Ann Roe', null, 'Pellan Air', 'Ann Roe, Pellan Air'],
  ['Ann Roe', null, null, 'Ann Roe'],
  ['Ann Roe', '', '', 'Ann Roe'],
])('%s with the role %s at %s is %s', (name, role, affiliation, words) => {
  expect(nameWithRole({ name, role, affiliation })).toBe(words);
});
