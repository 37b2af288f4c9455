import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleFile, articleSlugs, extractRecorded } from './article-fixtures.ts';

describe('recorded articles', () => {
  it.each(articleSlugs())('%s gives what was recorded', (slug) => {
    const expected = JSON.parse(readFileSync(articleFile(slug, 'expected.json'), 'utf8'));
    expect(extractRecorded(slug)).toEqual(expected);
  });
});
