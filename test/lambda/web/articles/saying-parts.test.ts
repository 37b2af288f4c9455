import { expect, test } from 'vitest';
import type { StatementRow } from '../../../../lambda/api/statements/rows.ts';
import { speakersNamed, wordingsOf } from '../../../../lambda/web/articles/saying-parts.ts';

let articles = 0;
/** Each in an article of its own, unless told otherwise. */
const said = (text: string, id: string | null, name: string | null, itemId = `article ${articles++}`): StatementRow =>
  ({
    text,
    itemId,
    speaker: name === null ? null : { id, name, kind: id === null ? 'unnamed' : 'person' },
  }) as StatementRow;
const names = (rows: StatementRow[], merges: Record<string, string> = {}) =>
  speakersNamed(rows, (id) => merges[id] ?? id).map((part) => part.rows.map(({ speaker }) => speaker?.name));

test.each([
  [
    'two who differ',
    [
      ['ann-roe', 'Ann Roe'],
      ['bo-lee', 'Bo Lee'],
    ],
    [['Ann Roe'], ['Bo Lee']],
  ],
  [
    'one who is nowhere else named',
    [
      ['ann-roe', 'Ann Roe'],
      [null, null],
    ],
    [['Ann Roe']],
  ],
  [
    'one by a part of the name',
    [
      ['ann-roe', 'Ann Roe'],
      ['roe', 'Roe'],
    ],
    [['Ann Roe', 'Roe']],
  ],
  [
    'one, and officials elsewhere',
    [
      [null, 'officials'],
      ['ann-roe', 'Ann Roe'],
    ],
    [['Ann Roe']],
  ],
  [
    'nobody',
    [
      [null, null],
      [null, null],
    ],
    [],
  ],
] as const)('speakers: %s', (_, given, expected) => {
  expect(names(given.map(([id, name]) => said('We go', id, name)))).toEqual(expected);
});

test('two who said it together are no other speakers than either of them', () => {
  const together = [said('We go', 'ann-roe', 'Ann Roe', 'one'), said('We go', 'bo-lee', 'Bo Lee', 'one')];
  expect(names([...together, said('We go', 'bo-lee', 'Bo Lee', 'two')])).toHaveLength(1);
  expect(names([...together, said('We go', 'cy-orr', 'Cy Orr', 'two')])).toHaveLength(3);
});

test('speakers that an operator has merged are one', () => {
  const rows = [said('We go', 'ann-roe', 'Ann Roe'), said('We go', 'a-miller', 'A. Miller')];
  expect(names(rows, { 'a-miller': 'ann-roe' })).toEqual([['Ann Roe', 'A. Miller']]);
});

test('wordings differ in words, not in case, accents and marks', () => {
  const rows = ['We will go, now.', 'We will go now', 'we WILL go now', 'We shall go now'].map((text) =>
    said(text, null, null),
  );
  expect(wordingsOf(rows).map((part) => part.rows.length)).toEqual([3, 1]);
});
