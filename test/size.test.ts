import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['bin', 'lib', 'lambda', 'local', 'cli', 'bench', 'examples', 'web'];
/** Tables of words and places: they may be as long as what they list. */
const DATA = ['lambda/extract/local-day/place-zones.ts'];
const MOST_LINES = 200;
const MOST_FILES = 40;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name)),
);

test('no source has more than 200 lines, but for data', () => {
  const lines = (file: string): number => readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length;
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => lines(file) > MOST_LINES)).toEqual(DATA);
});

test('no folder has more than 40 sources side by side', () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
});
