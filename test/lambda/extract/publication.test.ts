import { describe, expect, it } from 'vitest';
import { readMoment, readPublication } from '../../../lambda/extract/publication.ts';
import type { Dateline } from '../../../lambda/model/dateline.ts';

describe('readMoment', () => {
  it.each([
    ['2023-11-15', '2023-11-15T00:00:00Z'],
    ['2023-11-15T13:37', '2023-11-15T13:37:00Z'],
    ['2023-11-15T13:37:05.250Z', '2023-11-15T13:37:05.250Z'],
    [' 2023-11-15 01:30:00 +04:00 ', '2023-11-14T21:30:00Z'],
    ['2023-11-15T23:30:00-0500', '2023-11-16T04:30:00Z'],
    ['2023-02-30', null],
    ['2023-11-15T24:00:00Z', null],
    ['0001-01-01T00:00:00+10:00', null],
    ['15 Nov 2023', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%s is %s', (text, expected) => expect(readMoment(text)).toBe(expected));
});

describe('readPublication', () => {
  const dateline: Dateline = { raw: '', place: null, date: '2023-11-12', agency: null, syndicator: null, bodyStart: 0 };
  const [publishedAt, fetchedAt] = ['2023-11-15T10:00:00Z', '2023-11-16T10:00:00Z'];

  it('believes the feed first, then the dateline; the time of fetching is an anchor only', () => {
    expect(readPublication({ publishedAt, fetchedAt }, dateline)).toEqual({
      publishedAt,
      publishedAtSource: 'feed',
      anchor: '2023-11-15',
    });
    expect(readPublication({ fetchedAt }, dateline)).toEqual({
      publishedAt: '2023-11-12T00:00:00Z',
      publishedAtSource: 'dateline',
      anchor: '2023-11-12',
    });
    expect(readPublication({ publishedAt: 'soon', fetchedAt }, { ...dateline, date: null })).toEqual({
      publishedAt: null,
      publishedAtSource: 'fetched',
      anchor: '2023-11-16',
    });
    expect(readPublication({}, null)).toEqual({ publishedAt: null, publishedAtSource: null, anchor: null });
  });
});
