import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { extractDates } from '../../../../lambda/extract/dates/extract-dates.ts';
import { dateMentionSchema } from '../../../../lambda/model/date-mention.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

const ANCHOR = '2023-11-15T09:30:00Z';
const find = (text: string, more: Partial<Parameters<typeof extractDates>[0]> = {}) =>
  extractDates({ text, anchor: ANCHOR, ...more });
const brief = (text: string) => find(text).map((date) => `${date.text} ${date.value} ${date.role}`);

describe('extractDates', () => {
  it('names the anchor of relative dates only', () => {
    expect(find('In 1998, and on Monday.').map((date) => date.anchor)).toEqual([null, '2023-11-15']);
  });

  it('finds only what needs no anchor where there is none', () => {
    const dates = find('On Monday, on Nov. 12, last week, in May 2020 and on 2020-01-01.', { anchor: null });
    expect(dates.map((date) => date.value)).toEqual(['2020-05', '2020-01-01']);
  });

  it.each(['', 'soon', '2023-02-30', '0050-01-01', '9990-01-01'])('takes %j for no anchor', (anchor) => {
    expect(find('It shut yesterday.', { anchor })).toEqual([]);
  });

  it('reads only year-first digits in a text of another language', () => {
    const text = 'Le 2023-03-04, en mars 2020, May 2020.';
    expect(find(text, { language: 'fr' }).map((date) => date.value)).toEqual(['2023-03-04']);
    expect(find(text, { language: 'en-GB' })).toHaveLength(3);
  });

  it('joins neighbours that speak of one date', () => {
    expect(brief('They meet at 10 a.m. Monday, Nov. 20.')).toEqual([
      '10 a.m. Monday, Nov. 20 2023-11-20T10:00 scheduled',
    ]);
    expect(brief('It shut in the third quarter of last year.')).toEqual([
      'the third quarter of last year 2022-Q3 reported',
    ]);
    expect(brief('It shut on Monday, Tuesday and Friday.')).toEqual([
      'Monday 2023-11-13 reported',
      'Tuesday 2023-11-14 reported',
      'Friday 2023-11-10 reported',
    ]);
  });

  it.each([
    ['He has lived there since 2001.', ['since']],
    ['Bids must come by Friday.', ['deadline']],
    ['Sales had fallen by 2019.', ['reported']],
    ['It stays shut until Dec. 1.', ['deadline']],
    ['It shut on Monday.', ['reported']],
    ['It will open on Dec. 1.', ['scheduled']],
    ['It grew from 1990 to 1995.', ['range', 'range']],
    ['It grew between March and May.', ['range', 'range']],
    ['It shut Nov. 6-9.', ['range']],
    ['The council votes today.', ['scheduled']],
    ['The council met today.', ['reported']],
    ['It must end before Christmas.', ['deadline']],
  ])('roles: %s', (text, roles) => expect(find(text).map((date) => date.role)).toEqual(roles));

  it('looks back over year ends to the nearest day', () => {
    const inJanuary = (text: string) => extractDates({ text, anchor: '2024-01-03' }).map((date) => date.value);
    expect(inJanuary('It shut on Dec. 28 and in December.')).toEqual(['2023-12-28', '2023-12']);
    expect(inJanuary('It shut on Friday.')).toEqual(['2023-12-29']);
    expect(inJanuary('It shut last month and last quarter.')).toEqual(['2023-12', '2023-Q4']);
  });

  it('gives the dates of the opening no role', () => {
    expect(find('ARDEN, Nov. 20 (XNA) - It opens.', { bodyStart: 23 })[0]?.role).toBe('reported');
  });
});

const word = fc.constantFrom(
  ...`Monday Nov. 12 2023 the first quarter of a year ago earlier last next week May by since from to 10 p.m. 1998-99 fiscal that day
  Easter twenty twenty-three in two weeks' time 11/12/2023 2023-11-12 said will 's . , ( \n Q3 FY24 '90s noon weekend 9999 0001`.split(
    /\s+/,
  ),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
);

describe('properties', () => {
  it('holds to the model for any text: spans slice back, in order, apart, intervals not empty', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(null, ANCHOR, '2024-02-29', '0300-01-01', '9700-12-31'), (input, anchor) => {
        let end = 0;
        for (const date of extractDates({ text: input, anchor })) {
          dateMentionSchema.parse(date);
          expect(input.slice(date.start, date.end)).toBe(date.text);
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.from < date.to).toBe(true);
          end = date.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same twice', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(find(input)).toEqual(find(input));
      }),
    );
  });
});

describe('in any time zone of the process', () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it.each([
    ['Pacific/Kiritimati', 640],
    ['America/New_York', 300],
  ])('%s gives the same', (zone, offset) => {
    const sentence =
      'It shut on Friday, Nov. 3, last month, in March and a week ago; it opens at 9 p.m. tomorrow, or on Easter.';
    const expected = find(sentence);
    process.env.TZ = zone;
    expect(new Date(0).getTimezoneOffset()).toBe(offset);
    expect(find(sentence)).toEqual(expected);
  });
});

describe('time grows with the text, not with its square', () => {
  const milliseconds = (input: string): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const started = processorMilliseconds();
      find(input);
      best = Math.min(best, processorMilliseconds() - started);
    }
    return best;
  };

  it.each([
    'Monday ',
    'Nov. 12 ',
    '1998 ',
    '2023-',
    '12/',
    'a year earlier ',
    'the quarter ',
    'last ',
    'twenty ',
    'from May to ',
    '10 ',
    'will be expected to ',
    'opens Monday ',
    '1/2/2023 ',
    '1/',
    'several more weeks ',
    'until the end of ',
    "' ",
    '\n',
  ])('%j', (unit) => {
    const short = unit.repeat(Math.ceil(20_000 / unit.length));
    const long = unit.repeat(Math.ceil(80_000 / unit.length));
    expect(milliseconds(long)).toBeLessThan(9 * milliseconds(short) + 60);
  });
});
