import { expect, it } from 'vitest';
import { personName } from '../../../../lambda/parse/canonical/person.ts';

it.each([
  ['desk@b.example (Ann Example)', 'Ann Example'],
  ['Ann Example <desk@b.example>', 'Ann Example'],
  ['Ann Example (desk@b.example)', 'Ann Example'],
  ['desk@b.example', 'desk@b.example'],
  ['  Ann\n Example ', 'Ann Example'],
  ['<b>Ann</b> &amp; Bo', 'Ann & Bo'],
  ['Ann Example (Harbour Times)', 'Ann Example (Harbour Times)'],
  ['', ''],
])('%j names %j', (line, name) => {
  expect(personName(line)).toBe(name);
});
