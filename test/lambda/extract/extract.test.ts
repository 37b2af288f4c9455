import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../lambda/extract/extract.ts';
import { extractionSchema } from '../../../lambda/model/extraction.ts';
import { processorMilliseconds } from '../../support/processor-time.ts';
import { articleSlugs, readArticle } from './article-fixtures.ts';

describe('extract', () => {
  it('reads dateline, day and statements of an article that has no timestamp but its own', () => {
    const found = extract({ ...readArticle('gulf-desalination'), fetchedAt: '2024-05-05T00:00:00Z' });
    expect(found.dateline).toMatchObject({
      raw: 'date 2023-11-14 (MENAFN)',
      place: null,
      date: '2023-11-14',
      agency: null,
      syndicator: 'MENAFN',
    });
    expect([found.publishedAt, found.publishedAtSource]).toEqual(['2023-11-14T00:00:00Z', 'dateline']);
    expect(found.statements.map(({ speaker, saidAt }) => [speaker?.name, saidAt])).toEqual([
      ['Salim Al Hadrami', '2023-11-14T00:00:00Z'],
      ['Salim Al Hadrami', '2023-11-13'],
      ['Salim Al Hadrami', '2023-11-14T00:00:00Z'],
      ['Salim Al Hadrami', '2023-11-14T00:00:00Z'],
      ['Huda Mansoor', '2023-11-14T00:00:00Z'],
    ]);
    expect(found.speakers.find(({ name }) => name === 'Salim Al Hadrami')?.statements).toBe(4);
  });

  it('resolves against the time of fetching where nothing else is known, and dates no statement by it', () => {
    const found = extract({ text: 'Ilva Roe said the quay shut last month.', fetchedAt: '2023-11-15T09:00:00Z' });
    expect([found.publishedAt, found.publishedAtSource]).toEqual([null, 'fetched']);
    expect(found.dates.map(({ value }) => value)).toEqual(['2023-10']);
    expect(found.statements.map(({ saidAt, saidAtSource }) => [saidAt, saidAtSource])).toEqual([[null, null]]);
  });

  it('says nothing of publication where nobody does', () => {
    expect(extract({ text: 'It shut yesterday.' })).toMatchObject({
      publishedAt: null,
      publishedAtSource: null,
      dates: [],
    });
  });

  it('places the day of a dateline without a year by the time of fetching', () => {
    const found = extract({ text: 'OSLO, Dec 30 (Reuters) - It shut.', fetchedAt: '2024-01-02T09:00:00Z' });
    expect(found.publishedAt).toBe('2023-12-30T00:00:00Z');
  });

  it.each(articleSlugs())('holds to the model: %s', (slug) => {
    extractionSchema.parse(extract(readArticle(slug)));
  });

  it('reads names and verbs across invisible characters, with offsets of the text as given', () => {
    const text = 'Mayor Ann\u200b Roe sa\u00adid the crane was safe.';
    const [statement] = extract({ text }).statements;
    expect(statement?.speaker?.name).toBe('Ann Roe');
    expect(text.slice(statement?.start, statement?.end)).toBe('the crane was safe');
    expect(text.slice(statement?.cue?.start, statement?.cue?.end)).toBe('sa\u00adid');
  });

  it('never throws, and its spans lie in the text', () => {
    const article = readArticle('glass-tariff').text;
    const cut = fc.tuple(fc.nat(article.length), fc.nat(article.length)).map(([from, to]) => article.slice(from, to));
    const words = fc
      .array(fc.constantFrom(...article.split(/(?<=\s)/), '"', '“', '\n', '(', ' 2023-11-14 '), { maxLength: 60 })
      .map((parts) => parts.join(''));
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), cut, words);
    fc.assert(
      fc.property(text, fc.option(fc.string()), (input, publishedAt) => {
        const found = extractionSchema.parse(extract({ text: input, publishedAt: publishedAt ?? '2023-11-15' }));
        for (const date of found.dates) expect(input.slice(date.start, date.end)).toBe(date.text);
        for (const { spans, saidAt, saidAtSource } of found.statements) {
          for (const { start, end } of spans) expect(start <= end && end <= input.length).toBe(true);
          expect(saidAt === null).toBe(saidAtSource === null);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes time that grows with the text, not with its square', () => {
    const { text } = readArticle('glass-tariff');
    const milliseconds = (times: number): number => {
      const long = text.repeat(times);
      const started = processorMilliseconds();
      extract({ text: long, publishedAt: '2023-11-15T00:00:00Z' });
      return processorMilliseconds() - started;
    };
    milliseconds(20);
    expect(milliseconds(80)).toBeLessThan(9 * milliseconds(20) + 60);
  });
});
