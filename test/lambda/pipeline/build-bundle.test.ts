import { describe, expect, test } from 'vitest';
import { comingDateSchema, itemSchema } from '../../../lambda/model/item.ts';
import { statementSchema } from '../../../lambda/model/statement.ts';
import { buildBundle } from '../../../lambda/pipeline/build-bundle.ts';
import { extracted, extraction, known, mention, NOW, normalised } from './support.ts';

const context = { now: NOW, retentionDays: 30 };
const build = (...[item, found, before]: Partial<Parameters<typeof buildBundle>>) =>
  buildBundle(item ?? normalised(), found ?? extraction(), before ?? null, context);

describe('times', () => {
  test.each([
    ['feed', '2024-05-05T10:00:00Z', '2024-05-05T10:00:00Z', 'feed', '2024-05-05T10:00:00Z'],
    ['dateline', '2024-05-05T00:00:00Z', '2024-05-05T00:00:00Z', 'dateline', '2024-05-05T00:00:00Z'],
    ['feed', '2024-05-07T10:00:00Z', '2024-05-07T10:00:00Z', 'feed', NOW],
    ['feed', '2024-05-06T12:00:00.500Z', '2024-05-06T12:00:00.500Z', 'feed', NOW],
    ['fetched', NOW, null, 'fetched', NOW],
    [null, null, null, 'fetched', NOW],
  ] as const)('%s %s', (source, told, publishedAt, publishedAtSource, sortAt) => {
    const { item } = build(undefined, extraction({ publishedAt: told, publishedAtSource: source }));
    expect(item).toMatchObject({ publishedAt, publishedAtSource, sortAt, storedAt: NOW, changedAt: NOW });
    expect(item.expiresAt).toBe('2024-06-05T12:00:00Z');
    expect(itemSchema.omit({ edition: true }).parse(item)).toEqual(item);
  });

  test('a later revision keeps when it was first stored, and its end', () => {
    const { item, previous } = build(undefined, undefined, known());
    expect(item).toMatchObject({ storedAt: '2024-05-05T11:00:00Z', changedAt: NOW, revision: 2, revisionsThatDay: 1 });
    expect(item.expiresAt).toBe('2024-06-04T11:00:00Z');
    expect(previous).toEqual(known());
  });

  test('revisions are counted by the day', () => {
    const before = known({ changedAt: '2024-05-06T01:00:00Z', revision: 7, revisionsThatDay: 3 });
    expect(build(undefined, undefined, before).item).toMatchObject({ revision: 8, revisionsThatDay: 4 });
  });

  test('without retention nothing expires', () => {
    const bundle = buildBundle(normalised(), extraction(), null, { now: NOW, retentionDays: 0 });
    expect(bundle.item.expiresAt).toBeNull();
  });
});

describe('contentHash', () => {
  const long =
    'The ferry across the bay sails again after two winters in the yard, its owners told the town on Monday.';
  const hash = (contentText: string, title = 'Ferry', id = 'a', bodyStart = 0) =>
    build(
      normalised({ id, title, contentText }),
      extraction({ dateline: { raw: '', place: null, date: null, agency: null, syndicator: null, bodyStart } }),
    ).item.contentHash;

  test('is of the body alone', () => {
    expect(hash(long, 'Ferry', 'a')).toBe(hash(long, 'Back again', 'b'));
    expect(hash(`(Agency) ${long}`, 'Ferry', 'a', 9)).toBe(hash(long, 'Ferry', 'b'));
    expect(hash(long)).not.toBe(hash(`${long} Really.`));
  });
});

describe('statements', () => {
  const ids = (...statements: ReturnType<typeof extracted>[]) =>
    build(undefined, extraction({ statements })).statements.map(({ id }) => id);

  test('belong to their item', () => {
    const { item, statements } = build(undefined, extraction({ statements: [extracted('We never gave up', 41)] }));
    expect(item.statementCount).toBe(1);
    expect(statements[0]).toMatchObject({
      itemId: item.id,
      feedId: 'feed-1',
      sortAt: item.sortAt,
      language: 'en',
    });
    expect(statementSchema.omit({ edition: true }).parse(statements[0])).toEqual(statements[0]);
  });

  test('keep their ids wherever they stand, whatever accents and case', () => {
    expect(ids(extracted('We never gave up', 41))).toEqual(ids(extracted('we NEVER gave up!', 7)));
  });

  test('have different ids for other words, cues and repetitions', () => {
    const all = ids(
      extracted('No', 1),
      extracted('No', 5),
      extracted('No', 9),
      extracted('No', 12, 'added'),
      extracted('Yes', 20),
    );
    expect(new Set(all).size).toBe(5);
    expect(ids(extracted('Maybe', 0), extracted('No', 1), extracted('No', 5)).slice(1)).toEqual(all.slice(0, 2));
  });
});

describe('coming dates', () => {
  const text = normalised().contentText;
  test('are those that begin after the day of publication, with their sentence', () => {
    const dates = [
      mention('May 5', text, '2024-05-05', '2024-05-06'),
      mention('9 June', text, '2024-06-09', '2024-06-10'),
    ];
    const bundle = build(undefined, extraction({ dates }));
    expect(bundle.dates).toEqual(dates);
    expect(bundle.comingDates).toHaveLength(1);
    expect(bundle.comingDates[0]).toMatchObject({
      date: '2024-06-09',
      context: 'It sails again on 9 June, the council told us.',
    });
    expect(comingDateSchema.omit({ edition: true }).parse(bundle.comingDates[0])).toEqual(bundle.comingDates[0]);
  });

  test('of an item without a date are those after it was stored', () => {
    const dates = [
      mention('May 5', text, '2024-05-06', '2024-05-07'),
      mention('9 June', text, '2024-05-07', '2024-05-08'),
    ];
    const bundle = build(undefined, extraction({ publishedAt: null, publishedAtSource: null, dates }));
    expect(bundle.comingDates.map(({ date }) => date)).toEqual(['2024-05-07']);
  });
});
