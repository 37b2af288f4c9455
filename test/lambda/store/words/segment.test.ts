import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linePieces, packText, unpackText } from '../../../../lambda/store/words/packed-text.ts';
import { buildSegment, intersect, unite } from '../../../../lambda/store/words/segment.ts';
import { placesText, postingsText, readPlaces, readPostings } from '../../../../lambda/store/words/segment-text.ts';
import { bucketOf, indexedWord } from '../../../../lambda/store/words/tokens.ts';

const documents = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 3 })), {
    selector: ([number, revision]) => `${number} ${revision}`,
  })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map(([number, revision]) =>
        fc
          .uniqueArray(fc.constantFrom('ha', 'harbour', 'harbor', 'h', 'ferry', 'ferries', '@sx', 'ηρ', '港'))
          .map((tokens) => ({
            position: `2026-01-01T00:00:00.000Z#${String(number).padStart(4, '0')}`,
            revision,
            tokens,
          })),
      ),
    ),
  );

test('what is written of a segment is read as it was, by any beginning', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom('h', 'har', 'ferr', 'harbour', '@sx', 'η', '港', 'zz'), (list, prefix) => {
      const { places, postings } = buildSegment(list);
      expect(places.map(({ position }) => position)).toEqual(list.map(({ position }) => position).sort());
      expect(readPlaces(placesText(places))).toEqual(places);
      const text = unpackText(packText(postingsText(postings)));
      const having = (test: (token: string) => boolean) =>
        [...postings].flatMap(([token, numbers]) => (test(token) ? [numbers] : []));
      expect(unite(readPostings(text, prefix, false))).toEqual(unite(having((token) => token.startsWith(prefix))));
      expect(unite(readPostings(text, prefix, true))).toEqual(unite(having((token) => token === prefix)));
    }),
  );
});

test('numbers in all sets, and in any', () => {
  expect(
    intersect([
      [1, 2, 3],
      [2, 3, 9],
      [3, 4],
    ]),
  ).toEqual([3]);
  expect(intersect([[1, 2], []])).toEqual([]);
  expect(
    unite([
      [3, 5],
      [1, 5],
    ]),
  ).toEqual([1, 3, 5]);
});

test('pieces of a long text are whole lines, and make the text again', () => {
  const text = Array.from({ length: 20_000 }, (_, n) => `word${n} ${n.toString(36).repeat(9)}`).join('\n');
  const pieces = linePieces(text);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('\n')).toBe(text);
  for (const piece of pieces) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(300 * 1024);
});

test.each([
  ['a', null],
  ['7', null],
  ['港', '港'],
  ['incomprehensibilitiesandmore', 'incomprehensibilitiesand'],
  [`${'a'.repeat(23)}𠀀`, 'a'.repeat(23)],
])('%s is indexed as %s', (word, expected) => {
  expect(indexedWord(word)).toBe(expected);
});

test('a token is in the bucket of its every beginning of two letters', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'z', '0', 'é', 'η', '港', '𠀀'), minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(word, (token) => {
      const characters = Array.from(token);
      for (let length = 2; length <= characters.length; length++) {
        expect(bucketOf(characters.slice(0, length).join(''))).toBe(bucketOf(token));
      }
    }),
  );
});
