import { expect, test } from 'vitest';
import { bytesBySource } from '../../bench/mapped-bytes.ts';
import { readTables, replaceMarked } from '../../bench/tables.ts';

test('tables are read with their figures as numbers, and columns of one name apart', () => {
  const text =
    'Before.\n\n| each list | 10k | rows | rows |\n| --- | --- | --- | --- |\n| feeds | 3 / 8 | 50 | -1.5 |\n\nAfter.';
  expect(readTables(text)).toEqual([
    { title: 'each list', rows: [{ 'each list': 'feeds', '10k': '3 / 8', rows: 50, 'rows 2': -1.5 }] },
  ]);
  expect(readTables('no table')).toEqual([]);
});

test('what stands between its marks is replaced, and nothing else', () => {
  const text = 'a\n<!-- parse -->\n\nold\n\n<!-- / -->\nb\n<!-- store -->\n\nkept\n\n<!-- / -->\n';
  const replaced = replaceMarked(text, 'parse', '| new |\n');
  expect(replaced).toBe('a\n<!-- parse -->\n\n| new |\n\n<!-- / -->\nb\n<!-- store -->\n\nkept\n\n<!-- / -->\n');
  expect(replaceMarked(replaced ?? '', 'parse', 'old')).toBe(text);
  expect(replaceMarked(text, 'other', '')).toBeNull();
});

test('code is told apart by the sources that a map names, and what has no source is left out', () => {
  // Columns 0 to 4 are of the first source, 4 to 6 of none, 6 to 9 of the second; the next line is of the second too.
  const map = { sources: ['one.ts', 'two.ts'], mappings: 'AAAA,I,ECAA;AACA' };
  expect([...bytesBySource('aaaa--bbb\ncc', map)]).toEqual([
    ['one.ts', 4],
    ['two.ts', 5],
  ]);
});
