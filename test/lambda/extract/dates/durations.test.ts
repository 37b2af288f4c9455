import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractDates } from '../../../../lambda/extract/dates/extract-dates.ts';
import { DURATION_RULES } from '../../../../lambda/extract/dates/rules.ts';
import { durationMentionSchema } from '../../../../lambda/model/date-mention.ts';

const ANCHOR = '2023-11-15';
const find = (text: string) => extractDates({ text, anchor: ANCHOR, durations: true });

/** Texts with what is found in them and its value, and texts in which the rule finds nothing. */
const ROWS: Record<string, { yes: [text: string, found: string, value: string][]; no: string[] }> = {
  duration: {
    yes: [
      ['It lasted two weeks.', 'two weeks', 'P2W'],
      ['A ten-year plan.', 'ten-year', 'P10Y'],
      ['It took 48 hours.', '48 hours', 'P2D'],
      ['It took five hours.', 'five hours', 'PT5H'],
      ['He was there for 2 1/2 years.', '2 1/2 years', 'P2Y6M'],
      ['He waited for a year.', 'a year', 'P1Y'],
      ['In the first nine months it grew.', 'nine months', 'P9M'],
    ],
    no: ['A 44-year-old man.', 'It costs $5 a day.', 'She is 52 years old.', 'He left two weeks ago.'],
  },
  'vague-duration': {
    yes: [
      ['It took a couple of years.', 'a couple of years', 'P2Y'],
      ['It took several weeks.', 'several weeks', 'PXW'],
      ['In recent months it grew.', 'recent months', 'PXM'],
      ['They fought for decades.', 'decades', 'PXE'],
    ],
    no: ['Days are long.', 'Several daysailers sank.', 'The seconds count.'],
  },
  'stretch-to-now': {
    yes: [['It fell in the past year.', 'past year', 'P1Y']],
    no: ['It fell past yearlings.', 'It fell last year.'],
  },
  'long-as': { yes: [['A day-long siege.', 'day-long', 'P1D']], no: ['A day longer.', 'All day long-haul.'] },
  'how-often': {
    yes: [['They march almost daily.', 'daily', 'P1D']],
    no: ['The daily bread.', 'The Daily, a paper.'],
  },
  reference: {
    yes: [
      ['The mill is now shut.', 'now', 'PRESENT_REF'],
      ['It recently reopened.', 'recently', 'PAST_REF'],
      ['In the past, it flooded.', 'past', 'PAST_REF'],
      ['They fear the future.', 'future', 'FUTURE_REF'],
    ],
    no: ['They went past the mill.', 'The past mayor spoke.', 'A now-closed mill.'],
  },
  'set-of-weekdays': {
    yes: [
      ['They meet every Friday.', 'every Friday', 'XXXX-WXX-5'],
      ['Closed Sundays.', 'Sundays', 'XXXX-WXX-7'],
      ['They pay each quarter.', 'each quarter', 'P1Q'],
      ['They pay every other week.', 'every other week', 'P2W'],
    ],
    no: ['They met on Friday.'],
  },
};

describe('lengths of time and repetitions', () => {
  it('have a table for each rule', () => {
    expect(Object.keys(ROWS)).toEqual(expect.arrayContaining(DURATION_RULES.map((rule) => rule.name)));
  });

  describe.each(Object.entries(ROWS))('%s', (rule, { yes, no }) => {
    it.each(yes)('%s', (text, found, value) => {
      const all = find(text).filter((mention) => mention.rule === rule);
      expect(all.map((mention) => [mention.text, mention.value])).toContainEqual([found, value]);
    });
    it.each(no)('leaves alone: %s', (text) => {
      expect(find(text).filter((mention) => mention.rule === rule)).toEqual([]);
    });
  });

  it('are not given unless asked for, and change no date', () => {
    const text = 'It shut on Monday for two weeks, as every Friday, after several years and a year-long row in 1998.';
    const dates = extractDates({ text, anchor: ANCHOR });
    expect(dates.map((date) => date.text)).toEqual(['Monday', '1998']);
    expect(find(text).filter((mention) => 'role' in mention)).toEqual(dates);
  });

  it('stand among the dates in reading order, apart, and slice back to the text', () => {
    const word = fc.constantFrom(
      ...'two weeks for a year several 2 1/2 days recent months daily Monday 1998 the past 48 hours every other Friday ago , .'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        let end = 0;
        for (const mention of find(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          if (!('role' in mention)) durationMentionSchema.parse(mention);
          end = mention.end;
        }
      }),
    );
  });
});
