import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../../lambda/model/instant.ts';
import { parseTimestamp } from '../../../../lambda/parse/timestamp/parse-timestamp.ts';

const MORNING = '2021-03-09T06:05:04Z';

describe('parseTimestamp', () => {
  it.each([
    ['RFC 822', 'Tue, 09 Mar 21 06:05:04 GMT', MORNING],
    ['RFC 2822', 'Tue, 9 Mar 2021 09:05:04 +0300', MORNING],
    ['RFC 3339', '2021-03-09T06:05:04Z', MORNING],
    ['milliseconds', '2021-03-09T06:05:04.1239Z', '2021-03-09T06:05:04.123Z'],
    ['a space for the T', '2021-03-09 06:05:04 UTC', MORNING],
    ['asctime', 'Tue Mar  9 06:05:04 2021', MORNING],
    ['a zone before the year', 'Tue Mar 09 06:05:04 +0000 2021', MORNING],
    ['RFC 850', 'Tuesday, 09-Mar-21 06:05:04 GMT', MORNING],
    ['compact', '20210309T060504Z', MORNING],
    ['seconds since 1970', '1615269904', MORNING],
    ['milliseconds since 1970', '1615269904000', MORNING],
    ['a label', 'Published: 9 March 2021, 06:05:04', MORNING],
    ['a comment', 'Tue, 9 Mar 2021 06:05:04 +0000 (UTC)', MORNING],
    ['no time', '9 March 2021', '2021-03-09T00:00:00Z'],
    ['no day', '2021-03', '2021-03-01T00:00:00Z'],
    ['an ordinal day', '2021-068', '2021-03-09T00:00:00Z'],
    ['American words', 'March 9th, 2021 at 6:05 a.m.', '2021-03-09T06:05:00Z'],
    ['twelve at night', 'Mar 9 2021 12:05 AM', '2021-03-09T00:05:00Z'],
    ['twelve at noon', 'Mar 9 2021 12:05 PM', '2021-03-09T12:05:00Z'],
    ['a wrong weekday', 'Mon, 9 Mar 2021 06:05:04 GMT', MORNING],
    ['the end of the day', '2021-03-08T24:00:00Z', '2021-03-09T00:00:00Z'],
    ['a leap second', 'Thu, 31 Dec 2016 23:59:60 GMT', '2017-01-01T00:00:00Z'],
    ['points', '09.03.2021', '2021-03-09T00:00:00Z'],
    ['slashes that only fit one way', '3/29/21 6:05', '2021-03-29T06:05:00Z'],
    ['Chinese', '2021年3月9日 06:05', '2021-03-09T06:05:00Z'],
    ['Arabic digits and month', '٩ مارس ٢٠٢١', '2021-03-09T00:00:00Z'],
    ['French', 'mardi 9 mars 2021 à 06h05', '2021-03-09T06:05:00Z'],
    ['Spanish', '9 de marzo de 2021', '2021-03-09T00:00:00Z'],
    ['Russian', '9 марта 2021 г. 06:05', '2021-03-09T06:05:00Z'],
    ['German', 'Di, 09. März 2021', '2021-03-09T00:00:00Z'],
    ['a weekday that is also a month', 'mar., 09 févr. 2021', '2021-02-09T00:00:00Z'],
  ])('reads %s', (_, raw, instant) => {
    expect(parseTimestamp(raw)).toBe(instant);
  });

  it.each([
    ['GST', '02:05:04'],
    ['AST', '10:05:04'],
    ['BST', '05:05:04'],
    ['CET', '05:05:04'],
    ['IST', '00:35:04'],
    ['MSK', '03:05:04'],
    ['EDT', '10:05:04'],
    ['GMT+4', '02:05:04'],
    ['+04', '02:05:04'],
    ['-0330', '09:35:04'],
    ['Asia/Dubai', '02:05:04'],
    ['America/New_York', '11:05:04'],
  ])('knows the zone %s', (zone, time) => {
    expect(parseTimestamp(`Tue, 9 Mar 2021 06:05:04 ${zone}`)).toBe(`2021-03-09T${time}Z`);
  });

  it('has summer time where the place has it', () => {
    expect(parseTimestamp('1 Jul 2021 12:00 Europe/Paris')).toBe('2021-07-01T10:00:00Z');
  });

  it.each([
    ['', 'nothing'],
    ['yesterday', 'words'],
    ['30 Feb 2024', 'a day that does not exist'],
    ['2023-02-29', 'a leap day in a common year'],
    ['2021-13-01', 'a thirteenth month'],
    ['0000-00-00 00:00:00', 'an unset clock'],
    ['2021-03-09T25:00:00Z', 'a 25th hour'],
    ['2021-03-09T06:61:00Z', 'a 61st minute'],
    ['9 Mar 2021 06:05 +99:00', 'a zone that cannot be'],
    ['9 Mar 2021 06:05 QQQ', 'a zone that nobody knows'],
    ['9 Mar 2021 06:05 Nowhere/City', 'a place that is none'],
    ['Issue 9 of March 2021 edition', 'a sentence'],
    ['9 listopad 2021', 'a month that depends on an unknown language'],
    [`9 Mar 2021${' '.repeat(200)}`, 'what is too long'],
  ])('refuses %j: %s', (raw) => {
    expect(parseTimestamp(raw)).toBeNull();
  });

  it('takes the language’s word where languages disagree', () => {
    expect(parseTimestamp('9 listopad 2021', 'pl')).toBe('2021-11-09T00:00:00Z');
    expect(parseTimestamp('9 listopad 2021', 'hr')).toBe('2021-10-09T00:00:00Z');
    expect(parseTimestamp('03/09/2021', 'en-US')).toBe('2021-03-09T00:00:00Z');
    expect(parseTimestamp('09/03/2021', 'en-GB')).toBe('2021-03-09T00:00:00Z');
  });

  it('reads back every instant in the layouts of RFC 3339 and RFC 2822', () => {
    const seconds = fc.integer({ min: Date.UTC(1950, 0) / 1000, max: Date.UTC(2100, 0) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const instant = toInstant(second * 1000);
        expect(parseTimestamp(instant)).toBe(instant);
        expect(parseTimestamp(new Date(second * 1000).toUTCString())).toBe(instant);
      }),
    );
  });

  it('never throws', () => {
    const words = fc.constantFrom(
      '12',
      'Nov',
      '2023',
      ':',
      '-',
      '+',
      'GMT',
      ' ',
      ',',
      '/',
      '.',
      'pm',
      '24:00',
      '99999',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' }))), (parts) => {
        const instant = parseTimestamp(parts.join(''));
        expect(instant === null || parseTimestamp(instant) === instant).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
