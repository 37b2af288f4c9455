import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Correction } from '../../../../lambda/model/correction.ts';
import type { Statement } from '../../../../lambda/model/statement.ts';
import { applyCorrections, asTheMachineRead } from '../../../../lambda/store/corrections/apply-corrections.ts';
import { findWords } from '../../../../lambda/store/corrections/find-words.ts';
import { sampleBundle } from '../../../support/sample-bundle.ts';

const TEXT = 'The quay is safe, said Mira Lund. “We sail\n on Monday,” Jon Berg said. Nobody else spoke that day.';

function statement(id: string, words: string, name: string | null = 'Mira Lund'): Statement {
  const [sample] = sampleBundle({ statements: 1 }).statements;
  const start = TEXT.indexOf(words);
  const end = start + words.length;
  const speaker = sample?.speaker && name ? { ...sample.speaker, name } : null;
  return { ...(sample as Statement), id, text: words, start, end, spans: [{ start, end }], speaker };
}

const SAFE = statement('safe', 'The quay is safe');
const SAIL = statement('sail', 'We sail\n on Monday');

function correction(of: Statement, changes: Partial<Correction>): Correction {
  const { text, start, end, spans, speaker } = of;
  return {
    itemId: of.itemId,
    statementId: of.id,
    notAStatement: false,
    note: null,
    by: 'desk',
    at: '2026-03-02T10:00:00Z',
    machine: { text, start, end, spans, speaker },
    withdrawn: false,
    ...changes,
  };
}

const JON = { id: 'jon-berg', name: 'Jon Berg', kind: 'person' as const, role: 'skipper', affiliation: null };

describe('corrections', () => {
  test('of a speaker show the one who was named, where the text names them, and what the rules had found', () => {
    const [, sail] = applyCorrections([SAIL, SAFE], [correction(SAIL, { speaker: JON })], TEXT);
    const start = TEXT.indexOf('Jon Berg');
    expect(sail).toMatchObject({
      id: 'sail',
      speaker: { ...JON, resolution: 'operator', mention: { text: 'Jon Berg', start, end: start + 8 } },
      correction: { of: 'sail', corrected: ['speaker'], notAStatement: false, machine: { speaker: SAIL.speaker } },
    });
    expect(asTheMachineRead(sail as Statement)).toEqual(SAIL);
  });

  test('of a speaker whom the text does not name mark nothing in it', () => {
    const speaker = { ...JON, name: 'Ada Brook' };
    const [safe] = applyCorrections([SAFE], [correction(SAFE, { speaker })], TEXT);
    expect(safe?.speaker?.mention).toEqual({ text: '', start: SAFE.start, end: SAFE.start });
    const [unknown] = applyCorrections([SAFE], [correction(SAFE, { speaker: null })], TEXT);
    expect(unknown).toMatchObject({ speaker: null, correction: { machine: { speaker: { name: 'Mira Lund' } } } });
  });

  test('of words show those of the text, whatever white space was typed', () => {
    const [sail] = applyCorrections([SAIL], [correction(SAIL, { words: ' sail on\tMonday' })], TEXT);
    expect(sail).toMatchObject({ id: 'sail', text: 'sail\n on Monday', correction: { corrected: ['words'] } });
    expect(sail?.spans).toEqual([{ start: sail?.start, end: sail?.end }]);
  });

  test('of words that have left the text leave the statement as the rules read it, but keep a speaker', () => {
    const both = correction(SAIL, { words: 'We row on Sunday', speaker: JON });
    expect(applyCorrections([SAIL], [both], TEXT)[0]).toMatchObject({
      text: SAIL.text,
      speaker: { name: 'Jon Berg' },
      correction: { corrected: ['speaker'] },
    });
    const { speaker: _, ...words } = both;
    expect(applyCorrections([SAIL], [words], TEXT)).toEqual([SAIL]);
  });

  test.each([
    ['the id is the same', SAIL, true],
    ['the words are nearly the same', statement('other', 'We sail\n on Monday,” Jon'), true],
    ['half of the words are the same', statement('other', 'on Monday,” Jon'), true],
    ['few words are the same', statement('other', 'Monday,” Jon Berg said'), false],
    ['no word is the same', SAFE, false],
  ])('where %s', (_, stored, matches) => {
    const [found] = applyCorrections([stored], [correction(SAIL, { notAStatement: true })], TEXT);
    expect(found?.correction?.notAStatement ?? false).toBe(matches);
  });

  test('go to the most alike, one each, and withdrawn ones to none', () => {
    const near = statement('near', 'We sail\n on Monday,”');
    const far = statement('far', 'sail\n on Monday,” Jon Berg');
    const one = correction(SAIL, { notAStatement: true });
    const other = { ...one, statementId: 'sail-too', note: 'second' };
    const found = applyCorrections([far, near], [other, one], TEXT);
    expect(found.map(({ id, correction: mark }) => [id, mark?.of])).toEqual([
      ['near', 'sail'],
      ['far', 'sail-too'],
    ]);
    expect(applyCorrections([near], [{ ...one, withdrawn: true }], TEXT)).toEqual([near]);
  });

  test('give the same applied again, in any order, and nothing is left of them without them', () => {
    const all = [
      SAFE,
      SAIL,
      statement('nobody', 'Nobody else spoke', null),
      statement('day', 'else spoke that day', 'Jon Berg'),
    ];
    const choice = fc.record({
      of: fc.constantFrom(...all),
      change: fc.constantFrom<Partial<Correction>>(
        { notAStatement: true },
        { speaker: JON },
        { speaker: null },
        { words: 'spoke that day' },
        { words: 'gone', speaker: JON },
        { withdrawn: true, notAStatement: true },
      ),
      id: fc.constantFrom('safe', 'sail', 'nobody', 'lost', 'gone'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(choice, { selector: ({ id }) => id }), fc.boolean(), (choices, turned) => {
        const corrections = choices.map(({ of, change, id }) => correction(of, { ...change, statementId: id }));
        const once = applyCorrections(all, corrections, TEXT);
        const again = applyCorrections(turned ? once.toReversed() : once, corrections.toReversed(), TEXT);
        expect(again).toEqual(once);
        for (const { text, spans, start, end } of once) {
          expect(spans.map((span) => TEXT.slice(span.start, span.end)).join(' ')).toBe(text);
          expect([spans[0]?.start, spans.at(-1)?.end]).toEqual([start, end]);
        }
        const byId = (list: Statement[]) => list.toSorted((left, right) => (left.id < right.id ? -1 : 1));
        expect(byId(applyCorrections(once, [], TEXT))).toEqual(byId(all));
      }),
    );
  });
});

test.each([
  ['a bb a', 'a', 5, [5, 6]],
  ['a bb a', 'a', 0, [0, 1]],
  ['abba a', 'bb', 0, null],
  ['one\n\n two', 'one two', 0, [0, 9]],
  ['one two', '  ', 0, null],
  ['', 'x', 0, null],
  ['“Ja”, ja', 'Ja', 9, [1, 3]],
] as const)('in %j the words %j near %i stand at %j', (text, words, near, expected) => {
  const found = findWords(text, words, near);
  expect(found && [found.start, found.end]).toEqual(expected);
});
