import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOfSpans } from '../../../../lambda/common/text/words-of-spans.ts';
import { extract } from '../../../../lambda/extract/extract.ts';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';
import { articleSlugs, readArticle } from '../article-fixtures.ts';
import { gapsOfQuotation } from './verbatim.ts';

const SENTENCES = join(import.meta.dirname, '../../../fixtures/sentences');

/** All texts of the fixtures that statements are read from. */
function texts(): string[] {
  const sentences = readdirSync(SENTENCES).flatMap((file) =>
    (JSON.parse(readFileSync(join(SENTENCES, file), 'utf8')) as { text: string }[]).map(({ text }) => text),
  );
  return [...articleSlugs().map((slug) => readArticle(slug).text), ...sentences];
}

describe('the words of a statement', () => {
  it('stand in the article as they are given, but for ellipses', () => {
    const gaps = texts().flatMap((text) =>
      extract({ text }).statements.flatMap((statement) => gapsOfQuotation(statement, text)),
    );
    expect(gaps).toEqual([]);
  });

  it.each([
    [
      '“A treaty does not carry forty tonnes,” Ann Roe said. “Steel does.”',
      'A treaty does not carry forty tonnes, … Steel does.',
    ],
    ['“The bridge,” Ann Roe said, “will stand.”', 'The bridge … will stand.'],
    ['“Will it stand?” Ann Roe asked. “I doubt it.”', 'Will it stand? … I doubt it.'],
    ['"It is old;" Ann Roe said, "it creaks."', 'It is old; … it creaks.'],
    ['The bridge, Ann Roe said, is closed.', 'The bridge … is closed'],
    ['“It creaks,” Ann Roe said. “It sways.\n\n“It will stand.”', 'It creaks, … It sways. It will stand.'],
    ['“It will stand,” Ann Roe said.', 'It will stand'],
  ])('%s', (text, words) => {
    expect(extractStatements({ text }).statements.map((statement) => statement.text)).toEqual([words]);
  });

  it('has no ellipsis where only marks part two spans, and one where words are left out', () => {
    const text = '“One.” “Two, he said, three.”';
    const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect(wordsOfSpans(text, [span('One.'), span('Two'), span('three.')])).toBe('One. Two … three.');
  });
});
