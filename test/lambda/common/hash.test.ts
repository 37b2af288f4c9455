import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashId, sha256, shortHash } from '../../../lambda/common/hash.ts';

describe('hashes', () => {
  it('keeps the parts apart', () => expect(sha256('ab', 'c')).not.toBe(sha256('a', 'bc')));
  it('is sha256 of length-prefixed parts', () =>
    expect(sha256('abc')).toBe('aab5f9ae99b2e38fb462025c8f72f570c9c811705d2a4277dc855d7fa293fe97'));
  it('shortens to 22 characters that fit a key and a link', () => expect(shortHash('a', 'b')).toMatch(/^[\w-]{22}$/));

  it('makes ids of letters and digits that begin with a letter, the same for the same parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        expect(hashId(...parts)).toMatch(/^[A-Za-z][A-Za-z0-9]{21}$/);
        expect(hashId(...parts)).toBe(hashId(...parts));
      }),
    );
    expect(hashId('ab', 'c')).not.toBe(hashId('a', 'bc'));
    const first = new Set(Array.from({ length: 2_000 }, (_, n) => hashId(`${n}`)[0]));
    expect(first.size).toBe(52);
  });
});
