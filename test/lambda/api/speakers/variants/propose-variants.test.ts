import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedSpeaker, proposeVariants } from '../../../../../lambda/api/speakers/variants/propose-variants.ts';
import { slug } from '../../../../../lambda/common/fold.ts';
import { processorMilliseconds } from '../../../../support/processor-time.ts';

const person = (name: string, more: Partial<ComparedSpeaker> = {}): ComparedSpeaker => ({
  id: slug(name),
  name,
  kind: 'person',
  roles: [],
  statementCount: 1,
  ...more,
});
const inRole = (text: string) => ({
  roles: [{ text, statements: 1, firstSeenAt: '2026-03-02T09:00:00Z', lastSeenAt: '2026-03-02T09:00:00Z' }],
});
const pairOf = (one: string, other: string) => proposeVariants([person(one), person(other)]).at(0);

describe('proposed', () => {
  test.each([
    ['Volodymyr Zelensky', 'Volodymyr Zelenskyy', 'transliteration'],
    ['Volodymyr Zelensky', 'Volodymyr Zelenskiy', 'transliteration'],
    ['Volodymyr Zelenskyi', 'Vladimir Zelensky', 'name-pair transliteration'],
    ['Mohammed Dahran', 'Muhammad Dahran', 'name-pair'],
    ['Sergei Tolmin', 'Sergey Tolmin', 'transliteration'],
    ['Serhiy Tolmin', 'Sergei Tolmin', 'name-pair'],
    ['Yevgeny Maratov', 'Evgeny Maratoff', 'transliteration'],
    ['Alexei Kharlov', 'Aleksey Harlov', 'transliteration'],
    ['Karim al-Sabri', 'Karim el-Sabri', 'article'],
    ['Karim al-Sabri', 'Karim Sabri', 'article'],
    ['Karim Elsabri', 'Karim el-Sabri', ''],
    ['Karim Elsabri', 'Karim al-Sabri', 'article'],
    ['Yusuf bin Ghanem', 'Youssef ibn Ganem', 'name-pair transliteration'],
    ['Khaled Mansur', 'Khalid Mansour', 'transliteration vowels'],
    ['J. Hartwell', 'Joanna Hartwell', 'initial'],
    ['Joanna P. Hartwell', 'Joanna Hartwell', 'middle-name'],
    ['Jens Sørby', 'Jens Sorby', ''],
    ['Jürgen Groß', 'Juergen Gross', 'transliteration'],
    ['Paweł Łaski', 'Pawel Laski', ''],
    ['Mike Fenwick', 'Michael Fenwick', 'name-pair'],
    ['Viktor Halas', 'Victor Halas', 'transliteration'],
  ])('%s and %s: %s', (one, other, reasons) => {
    expect(pairOf(one, other)?.reasons.toSorted().join(' ')).toBe(reasons);
    expect(pairOf(other, one)?.reasons.toSorted().join(' ')).toBe(reasons);
  });

  test('the likeliest first, the less quoted one to be joined to the other, with both counts', () => {
    const speakers = [
      person('J. Hartwell'),
      person('Joanna Hartwell', { statementCount: 4 }),
      person('Sergey Tolmin', { statementCount: 7 }),
      person('Sergei Tolmin', { statementCount: 2 }),
    ];
    expect(proposeVariants(speakers)).toEqual([
      {
        speaker: { id: 'sergei-tolmin', name: 'Sergei Tolmin', statementCount: 2 },
        into: { id: 'sergey-tolmin', name: 'Sergey Tolmin', statementCount: 7 },
        score: 0.92,
        reasons: ['transliteration'],
      },
      {
        speaker: { id: 'j-hartwell', name: 'J. Hartwell', statementCount: 1 },
        into: { id: 'joanna-hartwell', name: 'Joanna Hartwell', statementCount: 4 },
        score: 0.7,
        reasons: ['initial'],
      },
    ]);
  });

  test('with a higher score where they have a role in common', () => {
    const [pair] = proposeVariants([
      person('J. Hartwell', inRole('Harbour Minister')),
      person('Joanna Hartwell', inRole('harbour minister')),
    ]);
    expect(pair).toMatchObject({ score: 0.85, reasons: ['initial', 'same-role'] });
  });
});

describe('not proposed', () => {
  test.each([
    ['Zelensky', 'Zelenskyy'],
    ['Zelensky', 'Volodymyr Zelensky'],
    ['John Martin', 'John Morton'],
    ['John Martin', 'Jane Martin'],
    ['Anna Berg', 'Anna Borg'],
    ['Peter Lund', 'Pieter Lindt'],
    ['John Smith', 'John Smith Jr.'],
    ['Karim al-Sabri', 'Nadim al-Sabri'],
    ['Mary Ann Cole', 'Mary Beth Cole'],
    ['A. Cole', 'Beth Cole'],
    ['Ali Hasan', 'Ola Hasan'],
  ])('%s and %s', (one, other) => {
    expect(pairOf(one, other)).toBeUndefined();
  });

  test('organisations', () => {
    const organisations = ['Defence Office', 'Defens Office'].map((name) => person(name, { kind: 'organization' }));
    expect(proposeVariants(organisations)).toEqual([]);
  });
});

test('any names at all give pairs of two different speakers, each pair once, whatever their order', () => {
  const word = fc.oneof(
    fc.constantFrom('al', 'el', 'bin', 'Sergei', 'Sergey', 'J.', 'Sabri', 'Elsabri', 'Zelensky', 'Zelenskiy', 'Mike'),
    fc.string({ maxLength: 6 }),
  );
  const names = fc.uniqueArray(
    fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
    { maxLength: 12, selector: slug },
  );
  fc.assert(
    fc.property(names, (all) => {
      const speakers = all.map((name) => person(name));
      const pairs = proposeVariants(speakers);
      const keys = pairs.map(({ speaker, into }) => [speaker.id, into.id].sort().join(' & '));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { speaker, into, score } of pairs) {
        expect(speaker.id).not.toBe(into.id);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
      }
      expect(proposeVariants(speakers.toReversed())).toEqual(pairs);
    }),
  );
});

test('time grows with the number of speakers only, even where all have one surname', () => {
  const time = (count: number): number => {
    const speakers = Array.from({ length: count }, (_, n) => person(`J${n} Hartwell`));
    const start = processorMilliseconds();
    proposeVariants(speakers);
    return processorMilliseconds() - start;
  };
  time(2_000);
  const small = Math.max(5, Math.min(time(5_000), time(5_000)));
  expect(Math.min(time(20_000), time(20_000)) / small).toBeLessThan(10);
});
