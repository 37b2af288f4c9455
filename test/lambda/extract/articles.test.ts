import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleFile, articleSlugs, extractRecorded } from './article-fixtures.ts';
import { gapsOf, readSaid, readSlugs } from './said.ts';

describe('recorded articles', () => {
  it('are fifteen or more', () => {
    expect(articleSlugs().length).toBeGreaterThanOrEqual(15);
  });

  it.each(articleSlugs())('%s gives what was recorded', (slug) => {
    const expected = JSON.parse(readFileSync(articleFile(slug, 'expected.json'), 'utf8'));
    expect(extractRecorded(slug)).toEqual(expected);
  });
});

describe('articles that a person read first', () => {
  it.each(readSlugs())('%s: what was read is found, and nothing else, but for the gaps that are known', (slug) => {
    const { said, gaps } = readSaid(slug);
    const { missed, invented } = gapsOf(slug);
    expect(gaps.missed).toEqual(expect.arrayContaining(missed));
    expect(gaps.invented).toEqual(expect.arrayContaining(invented));
    for (const { reason, ...one } of gaps.missed) {
      expect(reason).not.toBe('');
      expect(said).toContainEqual(one);
    }
  });

  it('how many statements are as they were read', () => {
    const counts = readSlugs().map((slug) => ({ all: readSaid(slug).said.length, missed: gapsOf(slug).missed.length }));
    const all = counts.reduce((sum, { all: each }) => sum + each, 0);
    const missed = counts.reduce((sum, { missed: each }) => sum + each, 0);
    console.log(`articles: ${all - missed} of ${all} statements are as they were read`);
    expect((all - missed) / all).toBeGreaterThanOrEqual(0.9);
  });
});
