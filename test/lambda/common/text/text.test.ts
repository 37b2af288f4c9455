import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../../../lambda/common/text/paragraphs.ts';
import { findQuotations } from '../../../../lambda/common/text/quotations.ts';
import { splitSentences } from '../../../../lambda/common/text/sentences.ts';
import { tokenize } from '../../../../lambda/common/text/tokens.ts';

const read = (text: string) => {
  const tokens = tokenize(text);
  const paragraphs = splitParagraphs(text);
  const quotations = findQuotations(text, tokens, paragraphs);
  return { tokens, paragraphs, quotations, sentences: splitSentences(tokens, paragraphs, quotations) };
};
const quoted = (text: string): string[] =>
  read(text).quotations.map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd));
const sentences = (text: string): string[] => {
  const { tokens, sentences: found } = read(text);
  return found.map(({ first, last }) => text.slice(tokens[first]!.start, tokens[last - 1]!.end));
};

describe('tokenize', () => {
  it.each([
    ['Sen. J. K. Roe (R-Ky.)', 'Sen.|J.|K.|Roe|(|R-Ky|.|)'],
    ["the U.S. minister’s 43-year-old son didn't", "the|U.S.|minister|’s|43-year-old|son|didn't"],
    ["O’Brien paid 1,250.50 – ''no''", "O’Brien|paid|1,250.50|–|''|no|''"],
    ['see https://example.org/a?b=c, AT&T', 'see|https://example.org/a?b=c,|AT&T'],
  ])('%s', (text, expected) => {
    expect(
      tokenize(text)
        .map((token) => token.text)
        .join('|'),
    ).toBe(expected);
  });
});

describe('findQuotations', () => {
  it.each([
    ["“A b,” she said. \"C d.\" ''E f.'' ``G h.''", ['A b,', 'C d.', 'E f.', 'G h.']],
    ['«Non», dit-il. „Nein“, sagte sie.', ['Non', 'Nein']],
    ['‘Yes, the workers’ rights,’ he said. ’Tis so. the ’90s', ['Yes, the workers’ rights,']],
    ["'It's mine,' she said of the dogs' home.", ["It's mine,"]],
    ['“He said ‘no’ to me,” she said.', ['He said ‘no’ to me,']],
    ['One odd " mark here.\n\n“Fine,” he said.', [' mark here.', 'Fine,']],
    ['The workers’ rights and the dogs’ home', []],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('ties a quotation to the unclosed one of the paragraph before', () => {
    const { quotations } = read('“One goes on.\n\n“Two ends.”\n\n“Three is new.”');
    expect(quotations.map(({ closed, continues }) => [closed, continues])).toEqual([
      [false, -1],
      [true, 0],
      [true, -1],
    ]);
  });
});

describe('splitSentences', () => {
  it.each([
    [
      'Sen. Roe of Kalvik, Tex., met Gov. Lee. They left the U.S. He stayed.',
      ['Sen. Roe of Kalvik, Tex., met Gov. Lee.', 'They left the U.S.', 'He stayed.'],
    ],
    ['“One. Two. Three,” she said. “Four.” Five.', ['“One. Two. Three,” she said.', '“Four.”', 'Five.']],
    [
      'It cost 3.5 million. example.org was down... again. Yes?! No.',
      ['It cost 3.5 million. example.org was down... again.', 'Yes?!', 'No.'],
    ],
    ['Roe Inc. The firm closed.', ['Roe Inc.', 'The firm closed.']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('splitParagraphs', () => {
  it.each([
    ['One line\nis wrapped.\n\nTwo.', ['One line\nis wrapped.', 'Two.']],
    ['Done.\nNext.', ['Done.', 'Next.']],
    ['no end\nMODERATOR: yes', ['no end', 'MODERATOR: yes']],
    [' \r\n \r\n', []],
  ])('%j', (text, expected) => {
    expect(splitParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('on any text', () => {
  const pieces = [
    '"',
    '“',
    '”',
    "''",
    '‘',
    '’',
    "'",
    '«',
    '»',
    '„',
    'Ann',
    'said',
    'Sen.',
    'U.S.',
    '.',
    ',',
    '?',
    ' ',
    '\n',
    '\n\n',
    '\r',
    '1,2',
    '😀',
    '\ud800',
  ];
  const anyText = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('tokens, quotations and sentences keep their order and slice back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens, quotations, sentences: found } = read(text);
        let end = 0;
        for (const token of tokens) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(end);
          end = token.end;
        }
        let last = -1;
        for (const quotation of quotations) {
          expect(quotation.first).toBeGreaterThan(last);
          expect(quotation.last).toBeGreaterThanOrEqual(quotation.first);
          expect(quotation.innerStart).toBeLessThanOrEqual(quotation.innerEnd);
          last = quotation.last;
        }
        // every token is in exactly one sentence
        expect(found.reduce((sum, one) => sum + one.last - one.first, 0)).toBe(tokens.length);
        for (const [index, one] of found.entries()) expect(one.first).toBe(index === 0 ? 0 : found[index - 1]!.last);
      }),
      { numRuns: 1000 },
    );
  });
});
