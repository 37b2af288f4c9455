import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extractDates } from '../../../../lambda/extract/dates/extract-dates.ts';

interface Marked {
  start: number;
  end: number;
  words: string;
  role: string;
  value: string | undefined;
}

const MARK = /\[\[([^|\]]+)\|([^|\]]+)(?:\|([^\]]+))?\]\]/g;
const LEAST_RIGHT = 0.9;

/** The text without its marks, and what they expect of the words they stand around. */
function readMarks(marked: string): { text: string; expected: Marked[] } {
  const expected: Marked[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(MARK)) {
    const [whole, words = '', role = '', value] = match;
    text += marked.slice(last, match.index);
    expected.push({ start: text.length, end: text.length + words.length, words, role, value });
    text += words;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), expected };
}

const articles: { publishedAt: string; text: string }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/dates/roles.json'), 'utf8'),
);

it('what a date is used for is right in nine of ten mentions of articles', () => {
  const wrongRoles: string[] = [];
  const wrongValues: string[] = [];
  let mentions = 0;
  let values = 0;
  for (const { publishedAt, text: marked } of articles) {
    const { text, expected } = readMarks(marked);
    const dates = extractDates({ text, anchor: publishedAt });
    for (const { start, end, words, role, value } of expected) {
      const found = dates.find((date) => date.start < end && start < date.end);
      const context = `${text.slice(Math.max(0, start - 40), end)}: wanted`;
      mentions += 1;
      if (found?.role !== role) wrongRoles.push(`${context} ${role}, got ${found?.role}`);
      if (value === undefined) continue;
      values += 1;
      if (found?.value !== value) wrongValues.push(`${context} ${value}, got ${found?.value} for ${words}`);
    }
  }
  expect(mentions).toBe(120);
  expect(1 - wrongRoles.length / mentions, wrongRoles.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  expect(1 - wrongValues.length / values, wrongValues.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
});
