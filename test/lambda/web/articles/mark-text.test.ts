import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markText } from '../../../../lambda/web/articles/mark-text.ts';

test('marks what the spans cover, also where they overlap', () => {
  expect(
    markText('abcdefgh', [
      { start: 1, end: 4 },
      { start: 3, end: 6 },
    ]),
  ).toEqual([
    { text: 'a', start: 0, marks: [] },
    { text: 'bc', start: 1, marks: [0] },
    { text: 'd', start: 3, marks: [0, 1] },
    { text: 'ef', start: 4, marks: [1] },
    { text: 'gh', start: 6, marks: [] },
  ]);
});

test('a text without spans is one piece; an empty one none', () => {
  expect(markText('ab', [])).toEqual([{ text: 'ab', start: 0, marks: [] }]);
  expect(markText('', [{ start: 0, end: 3 }])).toEqual([]);
});

test('the pieces of any text are the text, and each has the marks of its span', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
      const pieces = markText(text, spans);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const piece of pieces) {
        const covering = spans.flatMap(({ start, end }, mark) =>
          start <= piece.start && piece.start + piece.text.length <= end ? [mark] : [],
        );
        expect([...piece.marks].sort()).toEqual(covering.sort());
      }
    }),
  );
});
