import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extractDateline } from '../../../../lambda/extract/dateline/extract-dateline.ts';

interface Opening {
  /** `|` stands where the body begins. */
  text: string;
  place?: string;
  date?: string;
  agency?: string;
  syndicator?: string;
}

const LEAST_RIGHT = 0.95;
const { publishedAt, openings, falseFriends }: { publishedAt: string; openings: Opening[]; falseFriends: string[] } =
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../fixtures/dates/datelines.json'), 'utf8'));

it('reads every field of nineteen of twenty openings', () => {
  const wrong: string[] = [];
  for (const { text: marked, place = null, date = null, agency = null, syndicator = null } of openings) {
    const bodyStart = marked.indexOf('|');
    const text = marked.slice(0, bodyStart) + marked.slice(bodyStart + 1);
    const found = extractDateline({ text, publishedAt });
    const want = JSON.stringify([place, date, agency, syndicator, bodyStart]);
    const got = found && [found.place, found.date, found.agency, found.syndicator, found.bodyStart];
    if (JSON.stringify(got) !== want)
      wrong.push(`${JSON.stringify(marked)}: wanted ${want}, got ${JSON.stringify(got)}`);
  }
  expect(openings).toHaveLength(56);
  expect(1 - wrong.length / openings.length, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
});

it('takes no opening that only looks like a dateline', () => {
  expect(falseFriends).toHaveLength(23);
  expect(falseFriends.filter((text) => extractDateline({ text, publishedAt }) !== null)).toEqual([]);
});
