import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';

let query: QueryApp;
beforeEach(async () => {
  query = await openQueryApp();
});
afterEach(() => query.close());

const story = (name: string, storedAt: string, more = {}) => ({
  name,
  publishedAt: '2026-03-01T00:00:00Z',
  storedAt,
  ...more,
});
const words = ({ statements }: { statements: { text: string }[] }): string[] => statements.map(({ text }) => text);

describe.each(['items', 'statements'])('what changed, on /v1/%s', (list) => {
  test('comes oldest first, each article with all its statements, and not yet what is younger than a minute', async () => {
    const [one, two] = await query.save(
      story('one', '2026-03-15T10:00:00Z', { statements: [{ text: 'First' }, { text: 'Second' }] }),
      story('two', '2026-03-15T11:00:00Z'),
      story('three', '2026-03-15T11:59:30Z'),
    );
    const { body } = await query.get(`/v1/${list}?changedAfter=2026-03-15T00:00:00Z`);
    expect(body.data).toMatchObject([
      { itemId: one, changedAt: '2026-03-15T10:00:00Z', removed: false, item: { title: 'Title of one' } },
      { itemId: two, statements: [] },
    ]);
    expect(body.data).toHaveLength(2);
    expect(words(body.data[0])).toEqual(['First', 'Second']);
    query.clock.advance(31_000);
    const later = await query.get(`/v1/${list}?changedAfter=${body.data[1].changedAt}`);
    expect(later.body.data).toMatchObject([{ item: { title: 'Title of three' } }]);
  });

  test('shows what is gone: a statement by its absence, an article as removed', async () => {
    const [first = '', second = ''] = await query.save(
      story('one', '2026-03-15T10:00:00Z', { statements: [{ text: 'Kept' }, { text: 'Dropped' }] }),
      story('two', '2026-03-15T10:00:01Z', { feedId: 'other' }),
    );
    await query.save(story('one', '2026-03-15T10:30:00Z', { revision: 2, statements: [{ text: 'Kept' }] }));
    await query.store.items.remove(second);
    query.clock.advance(3_600_000);
    const { body } = await query.get(`/v1/${list}?changedAfter=2026-03-15T10:15:00Z&feed=harbour-post`);
    expect(body.data).toHaveLength(2);
    expect(body.data[0]).toMatchObject({ itemId: first, removed: false, item: { revision: 2 } });
    expect(words(body.data[0])).toEqual(['Kept']);
    expect(body.data[1]).toMatchObject({ itemId: second, removed: true, item: null, statements: [] });
  });

  test('comes in pages', async () => {
    const saved = await query.save(
      ...[1, 2, 3, 4, 5].map((number) => story(`story ${number}`, `2026-03-1${number}T00:00:00Z`)),
    );
    const bodies = await query.pages(`/v1/${list}?changedAfter=2026-03-01&limit=2&fields=itemId`);
    expect(bodies.map(({ data }) => data.length)).toEqual([2, 2, 1]);
    expect(bodies.flatMap(({ data }) => data.map(({ itemId }: { itemId: string }) => itemId))).toEqual(saved);
  });

  test.each(['from=2026-03-01', 'to=2026-03-01', 'includeDuplicates=true'])('goes not with %s', async (parameter) => {
    const { body } = await query.get(`/v1/${list}?changedAfter=2026-03-01&${parameter}`);
    expect(body).toMatchObject({ status: 400, errors: [{ parameter: parameter.split('=')[0] }] });
  });

  test('is nothing after a moment that is to come', async () => {
    expect((await query.get(`/v1/${list}?changedAfter=9998-12-31`)).body).toEqual({
      data: [],
      next: null,
      nextUrl: null,
    });
  });
});

test('the filters of statements choose among the statements of changed articles', async () => {
  await query.save(
    story('one', '2026-03-15T10:00:00Z', {
      statements: [
        { text: 'Hers', speaker: 'Ada Okonkwo' },
        { text: 'His', speaker: 'Bela Ruiz', type: 'indirect' },
        { text: 'Nobody knows whose', speaker: null },
      ],
    }),
    story('two', '2026-03-15T10:00:01Z'),
  );
  const of = async (filter: string) =>
    (await query.get(`/v1/statements?changedAfter=2026-03-15&${filter}`)).body.data.map(words);
  expect(await of('speaker=ruiz')).toEqual([['His'], []]);
  expect(await of('type=indirect')).toEqual([['His'], []]);
  expect(await of('q=nobody')).toEqual([['Nobody knows whose'], []]);
  expect(await of('speaker=ruiz&type=direct')).toEqual([[], []]);
});
