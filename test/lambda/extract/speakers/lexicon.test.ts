import { describe, expect, it } from 'vitest';
import { cuePhrases } from '../../../../lambda/extract/speakers/lexicon/cue-phrases.ts';
import { cueForm, cueLemmas } from '../../../../lambda/extract/speakers/lexicon/cue-verbs.ts';
import { genderOfGivenName } from '../../../../lambda/extract/speakers/lexicon/given-names.ts';
import { inflect } from '../../../../lambda/extract/speakers/lexicon/inflection.ts';
import { isPlace } from '../../../../lambda/extract/speakers/lexicon/places.ts';
import { isPluralRole, isRoleHead } from '../../../../lambda/extract/speakers/lexicon/roles.ts';

describe('inflect', () => {
  it.each([
    ['say', 'say says saying said said'],
    ['deny', 'deny denies denying denied'],
    ['admit', 'admit admits admitting admitted'],
    ['quip', 'quip quips quipping quipped'],
    ['label', 'label labels labeling labelling labeled labelled'],
    ['agree', 'agree agrees agreeing agreed'],
    ['stress', 'stress stresses stressing stressed'],
    ['argue', 'argue argues arguing argued'],
    ['write', 'write writes writing wrote written'],
    ['complain', 'complain complains complaining complained'],
  ])('%s', (lemma, forms) => {
    expect(
      inflect(lemma)
        .flatMap(([, spellings]) => spellings)
        .join(' '),
    ).toBe(forms);
  });
});

describe('the lexicon', () => {
  it('knows several hundred verbs of saying, each form of each', () => {
    expect(cueLemmas().length).toBeGreaterThan(300);
    for (const lemma of cueLemmas())
      for (const [, spellings] of inflect(lemma)) for (const word of spellings) expect(cueForm(word)).toBeDefined();
  });

  it('knows phrases, longest first', () => {
    expect(cuePhrases('made').map(({ phrase }) => phrase.lemma)).toEqual(
      expect.arrayContaining(['make clear', 'make it clear']),
    );
    const sizes = cuePhrases('made').map(({ phrase }) => phrase.tail.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(cuePhrases('bridge')).toEqual([]);
  });

  it.each([
    ['maria', 'female'],
    ['volodymyr', 'male'],
    ['aaron', 'male'],
    ['zoe', 'female'],
    ['jean-marie', 'male'],
    ['bridge', undefined],
  ])('given name %s', (name, gender) => {
    expect(genderOfGivenName(name)).toBe(gender);
  });

  it('knows offices and places', () => {
    expect(['minister', 'sen.', 'secretary-treasurer', 'doctor'].map(isRoleHead)).toEqual([true, true, true, true]);
    expect(['bridge', 'ministers'].map(isRoleHead)).toEqual([false, false]);
    expect(['ministers', 'spokesmen', 'minister'].map(isPluralRole)).toEqual([true, true, false]);
    expect(['berlin', 'new york', 'kalvik'].map(isPlace)).toEqual([true, true, false]);
  });
});
