import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expectedOf, readPageFixture } from '../../read-page-fixture.ts';

const ROOT = join(import.meta.dirname, '../../fixtures/pages');
const slugs = readdirSync(ROOT);
const right: Record<string, string[]> = { article: [], refused: [] };
const all: Record<string, string[]> = { article: [], refused: [] };

describe('pages in layouts of the real web', () => {
  it.each(slugs)('%s', (slug) => {
    const expected = JSON.parse(readFileSync(join(ROOT, slug, 'expected.json'), 'utf8'));
    all[expected.kind]?.push(slug);
    const result = expectedOf(readPageFixture(join(ROOT, slug)));
    expect(result).toEqual(expected);
    right[expected.kind]?.push(slug);
  });

  afterAll(() => {
    const line = (kind: string, words: string): string => `${right[kind]?.length} of ${all[kind]?.length} ${words}`;
    console.log(`${line('article', 'articles are right')}, ${line('refused', 'pages without one are refused')}`);
  });
});
