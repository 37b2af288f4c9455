import { describe, expect, it } from 'vitest';
import { extract } from '../../../lambda/extract/extract.ts';
import { ownDay } from '../../../lambda/extract/local-day/own-day.ts';
import { zoneOfCountry, zoneOfPlace } from '../../../lambda/extract/local-day/place-zones.ts';

const NOWHERE = { offset: 0, place: null, country: null, language: null };

describe('ownDay', () => {
  it.each([
    ['the offset', '2026-03-17T16:30:00Z', { offset: 480 }, '2026-03-18'],
    ['the offset before any place', '2026-03-17T16:30:00Z', { offset: 480, place: 'LONDON' }, '2026-03-18'],
    ['a western offset', '2026-03-18T03:30:00Z', { offset: -300 }, '2026-03-17'],
    ['the place, where the offset is that of UTC', '2026-03-17T21:30:00Z', { place: 'ABU DHABI' }, '2026-03-18'],
    ['the place before the country', '2026-03-17T21:30:00Z', { place: 'LONDON', country: 'AE' }, '2026-03-17'],
    ['the country', '2026-03-18T03:30:00Z', { country: 'us' }, '2026-03-17'],
    ['the region of the language', '2026-03-17T20:30:00Z', { language: 'en-AU' }, '2026-03-18'],
    ['UTC, where nothing tells', '2026-03-17T23:30:00Z', {}, '2026-03-17'],
    ['UTC, for a place that is not known', '2026-03-17T23:30:00Z', { place: 'OLD HARBOUR' }, '2026-03-17'],
    [
      'what a timestamp without a zone names',
      '2026-03-17T21:30:00Z',
      { offset: null, place: 'ABU DHABI' },
      '2026-03-17',
    ],
    ['a day alone', '2026-03-18T00:00:00Z', { country: 'US' }, '2026-03-18'],
    ['UTC, where the other day cannot be written', '9999-12-31T23:30:00Z', { offset: 480 }, '9999-12-31'],
  ])('is told by %s', (_by, instant, where, day) => {
    expect(ownDay(instant, { ...NOWHERE, ...where })).toBe(day);
  });
});

describe('zones of places', () => {
  it.each([
    ['BAKU, Azerbaijan', 'Asia/Baku'],
    ['Doha', 'Asia/Qatar'],
    ['SEATTLE, Wash.', 'America/Los_Angeles'],
    ['MBOMBELA, MPUMALANGA, SOUTH AFRICA', 'Africa/Johannesburg'],
    ['Old Harbour', null],
    ['', null],
  ])('%s', (place, zone) => expect(zoneOfPlace(place)).toBe(zone));

  it.each([
    ['AE', 'Asia/Dubai'],
    ['gb', 'Europe/London'],
    ['US', 'America/New_York'],
    ['ZZ', null],
    ['', null],
  ])('%s', (code, zone) => expect(zoneOfCountry(code)).toBe(zone));
});

describe('relative words', () => {
  const values = (input: Parameters<typeof extract>[0]) => extract(input).dates.map(({ value }) => value);

  it('are counted on the article’s own day', () => {
    const text = 'The quay shut yesterday and reopens tomorrow.';
    expect(values({ text, publishedAt: '2026-03-19T00:00:00+08:00' })).toEqual(['2026-03-18', '2026-03-20']);
    expect(values({ text, publishedAt: '2026-03-18T22:10:00-05:00' })).toEqual(['2026-03-17', '2026-03-19']);
    expect(values({ text, publishedAt: '2026-03-18T16:00:00Z', publishedAtOffset: 480 })).toEqual([
      '2026-03-18',
      '2026-03-20',
    ]);
  });

  it('keep the instant of publication in UTC, and tell the day', () => {
    const found = extract({ text: 'It shut yesterday.', publishedAt: '2026-03-19T00:30:00+08:00' });
    expect(found).toMatchObject({ publishedAt: '2026-03-18T16:30:00Z', ownDay: '2026-03-19' });
    expect(found.dates[0]).toMatchObject({ value: '2026-03-18', anchor: '2026-03-19' });
  });
});
