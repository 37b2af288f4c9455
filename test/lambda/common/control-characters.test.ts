import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeJson, withoutControlCharacters } from '../../../lambda/common/control-characters.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b',
      '\u0007',
      '\u009b',
      '\u009d',
      '\u007f',
      '\u202e',
      '\u2066',
      '\u200f',
      '\n',
      '\t',
      'a',
      'é',
      '漢',
      '😀',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
});

test('a text without steering has none, keeps lines and tabs, and stays as it is when it is done again', () => {
  expect(withoutControlCharacters('a\u001b[31mb\u202ec\td\r\ne\u009bf\u0007')).toBe('a[31mbc\td\r\nef');
  fc.assert(
    fc.property(hostile, (text) => {
      const clean = withoutControlCharacters(text);
      expect(clean).not.toMatch(STEERING);
      expect(withoutControlCharacters(clean)).toBe(clean);
    }),
  );
});

test('JSON has none either, and loses nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(hostile, fc.array(hostile)), (value) => {
      for (const indent of [undefined, 2]) {
        const json = safeJson(value, indent);
        expect(json).not.toMatch(STEERING);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }
    }),
  );
});
