import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extract } from '../../../lambda/extract/extract.ts';

const LEAST_RIGHT = 0.95;

/** Cues in reading order, with the day of saying that the text gives, or `null` where only the publication tells. */
const {
  publishedAt,
  articles,
}: { publishedAt: string; articles: { text: string; said: [string, string | null][] }[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/dates/said-at.json'), 'utf8'),
);

it('the day of saying is right in nineteen of twenty statements', () => {
  const wrong: string[] = [];
  let statements = 0;
  for (const { text, said } of articles) {
    const found = extract({ text, publishedAt }).statements.filter((statement) => statement.cue !== null);
    let next = 0;
    for (const [cue, day] of said) {
      const start = text.indexOf(cue, next);
      next = start + cue.length;
      const statement = found.find((each) => each.cue && each.cue.start < next && start < each.cue.end);
      statements += 1;
      const want = day === null ? `${publishedAt} published` : `${day} text`;
      const got = statement && `${statement.saidAt} ${statement.saidAtSource}`;
      if (got !== want) wrong.push(`${text.slice(Math.max(0, start - 50), next + 30)}: wanted ${want}, got ${got}`);
    }
  }
  expect(statements).toBe(60);
  expect(1 - wrong.length / statements, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
});
