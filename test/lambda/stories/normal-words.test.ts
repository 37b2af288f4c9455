import { expect, it } from 'vitest';
import { normalWords } from '../../../lambda/stories/normal-words.ts';

it.each([
  ['The Centre’s Programme', "the center's program"],
  ['organised colour and defence', 'organized color and defense'],
  ['80 per cent travelled', '80 percent traveled'],
  ['Señor Núñez', 'SENOR NUNEZ'],
])('%s reads as %s', (one, other) => {
  expect(normalWords(one)).toEqual(normalWords(other));
});

it.each([
  ['our four hours', 'or for hors'],
  ['40 percent', '41 percent'],
])('%s does not read as %s', (one, other) => {
  expect(normalWords(one)).not.toEqual(normalWords(other));
});
