import { expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';

const namesIn = (text: string) => extractStatements({ text }).statements.map(({ speaker }) => speaker?.name ?? null);

it.each<[string, ...(string | null)[]]>([
  [
    'Understated Cole Steps Onto National Stage\n\nCole said the ice was thin. Thomas Cole is a pilot. He said it was late.',
    'Thomas Cole',
    'Thomas Cole',
  ],
  [
    'Harbour Times Casually Conflates Ted Moe With Smugglers\n\nTed Moe said the ice was thin. Mr. Moe said it was late.',
    'Ted Moe',
    'Ted Moe',
  ],
  ['Ann Roe Says Bridge Will Stand\n\nThe mayor left. “It will stand,” Roe said.', 'Ann Roe', 'Ann Roe'],
  ['Enhanced early warning systems activated'],
])('%s', (text, ...names) => {
  expect(namesIn(text)).toEqual(names);
});
