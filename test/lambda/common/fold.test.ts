import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, slug } from '../../../lambda/common/fold.ts';

describe('fold', () => {
  it.each([
    ['José  Müller', 'jose muller'],
    ["O'Neill, Jr.", 'o neill jr'],
    ['محمد', 'محمد'],
    ['—', ''],
  ])('folds %s to %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('makes readable ids', () => expect(slug('Jens  Stoltenberg')).toBe('jens-stoltenberg'));

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});
