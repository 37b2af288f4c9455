import { describe, expect, it } from 'vitest';
import { sampleArticles } from '../../../../bench/sample-articles.ts';
import { extract } from '../../../../lambda/extract/extract.ts';
import type { ExtractedStatement } from '../../../../lambda/model/statement.ts';
import { articleSlugs, readArticle } from '../article-fixtures.ts';

const samples = (await sampleArticles()).map(({ title, contentText }) => ({
  name: title,
  input: { title, text: contentText },
}));
const golden = articleSlugs().map((slug) => ({ name: slug, input: readArticle(slug) }));

const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end;

/** Marks that stand alone where they should stand in pairs. */
function unbalanced(span: string): string[] {
  const pairs: [open: RegExp, close: RegExp][] = [
    [/“/g, /”/g],
    [/«/g, /»/g],
    [/\(/g, /\)/g],
  ];
  const odd = pairs.filter(([open, close]) => span.match(open)?.length !== span.match(close)?.length).map(String);
  return (span.match(/"/g)?.length ?? 0) % 2 === 0 ? odd : [...odd, '"'];
}

/** What a reader would strike out of a statement's words. */
function flaws(text: string, { spans, cue, speaker }: ExtractedStatement): string[] {
  return spans.flatMap((span) => {
    const words = text.slice(span.start, span.end);
    return [
      ...unbalanced(words).map((mark) => `odd ${mark}`),
      ...(/^[\s,;:.]|[\s,;:]$/u.test(words) ? ['a dangling mark or space'] : []),
      ...(words.includes('\n\n') ? ['more than a paragraph'] : []),
      ...(cue !== null && overlaps(span, cue) ? ['its own cue'] : []),
      ...(speaker !== null && cue !== null && overlaps(span, speaker.mention) ? ['its own speaker'] : []),
      ...(/^(?:and|but)$/iu.test(words) ? ['no words'] : []),
    ].map((flaw) => `${flaw}: ${words}`);
  });
}

describe('the words of a statement are clean', () => {
  it.each([...golden, ...samples])('$name', ({ input }) => {
    const { statements } = extract(input);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.flatMap((statement) => flaws(input.text, statement))).toEqual([]);
  });

  it.each([...golden, ...samples])(
    '$name: no two statements of one cue, and no words twice in one statement',
    ({ input }) => {
      const { statements } = extract(input);
      const cues = statements.flatMap(({ cue }) => (cue === null ? [] : [cue.start]));
      expect(new Set(cues).size).toBe(cues.length);
      for (const { spans } of statements)
        for (const [index, span] of spans.entries())
          expect(spans.slice(index + 1).some((other) => overlaps(span, other))).toBe(false);
    },
  );
});
