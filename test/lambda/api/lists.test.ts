import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyRow } from '../../../lambda/store/counts/empty-row.ts';
import { bundle, failingState, feed } from '../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';
import { dayPart } from '../store/counts/day-part.ts';

let query: QueryApp;
const names: Record<string, string> = {};

beforeAll(async () => {
  query = await openQueryApp();
  const { feeds, leases, rollups, speakers } = query.store;
  await feeds.put(feed('harbour-post', 'Harbour Post', { folder: 'Coast/Daily' }));
  await feeds.put(feed('valley-radio', 'Valley Radio'));
  const state = await feeds.state('valley-radio');
  await feeds.saveState(failingState(state!, 'the server answered 500'), state!.nextPollAt);
  await feeds.addEvent({
    feedId: 'valley-radio',
    at: '2026-03-14T10:00:00Z',
    status: 'failing',
    previousStatus: 'ok',
    newItems: 0,
    changedItems: 0,
    rejected: [],
    error: { code: 'http-status', message: 'the server answered 500' },
  });
  const articles = [
    {
      name: 'council',
      publishedAt: '2026-03-10T08:00:00Z',
      tags: ['Town Hall'],
      statements: [{ text: 'We vote in June', speaker: 'Ada Okonkwo', role: 'chair' }],
      coming: [
        { date: '2026-06-01', text: '1 June' },
        { date: '2026-03-20', text: '20 March', role: 'deadline' },
      ],
    },
    {
      name: 'tide',
      feedId: 'valley-radio',
      language: 'de',
      publishedAt: null,
      storedAt: '2026-03-11T08:00:00Z',
      summary: 'High water at noon',
      coming: [{ date: '2026-03-11', text: 'Wednesday' }],
    },
  ];
  for (const [index, id] of (await query.save(...articles)).entries()) names[articles[index]!.name] = id;
  const counted = (subject: string, name: string, statements: number) => ({
    ...emptyRow('2026-03-10', subject, name),
    items: 1,
    statements,
    roles: [{ text: 'chair', statements, undated: 0 }],
    seen: { first: '2026-03-10T08:00:00Z', last: '2026-03-10T08:00:00Z' },
  });
  const lease = await leases.acquire('rollup', { owner: 'test', milliseconds: 60_000 });
  if (!lease) throw new Error('the lease is held');
  const rows = [counted('SPEAKER#ada-okonkwo', 'Ada Okonkwo', 2), counted('FEED#harbour-post', 'Harbour Post', 9)];
  await rollups.putDayPart(lease, dayPart('2026-03-10', rows), { rewrite: false });
  const checkpoint = await rollups.open(lease);
  await checkpoint.save({ ...checkpoint.progress, countedThrough: '2026-03-11T00:00:00Z' });
  const seen = { aliases: [], role: null, seenAt: '2026-03-10T08:00:00Z' };
  await speakers.record([
    { ...seen, id: 'ada-quill', name: 'Ada Quill', kind: 'person' },
    { ...seen, id: 'adamant', name: 'Adamant', kind: 'organization' },
  ]);
});
afterAll(() => query.close());

const ids = async (path: string): Promise<string[]> => {
  const { status, body, text } = await query.get(path);
  expect(status, text).toBe(200);
  return body.data.map((row: { id?: string; value?: string }) => row.id ?? row.value);
};

describe('items', () => {
  test.each([
    ['', ['tide', 'council']],
    ['?feed=harbour-post', ['council']],
    ['?language=de', ['tide']],
    ['?q=town', ['council']],
    ['?q=high+noon', ['tide']],
    ['?q=title+council', ['council']],
    ['?from=2026-03-11', ['tide']],
    ['?to=2026-03-10&q=title&feed=harbour-post&language=en', ['council']],
    ['?q=begins', []],
  ])('%s', async (parameters, expected) => {
    expect(await ids(`/v1/items${parameters}`)).toEqual(expected.map((name) => names[name]));
  });

  test('in lists have their outlet and no long text', async () => {
    const { body } = await query.get('/v1/items?language=de');
    expect(body.data[0]).toMatchObject({ outlet: 'Valley Radio', publishedAt: null, publishedAtSource: 'fetched' });
    expect(body.data[0]).not.toHaveProperty('contentText');
  });

  test('are whole at their own address, each span slicing back to its text', async () => {
    const { status, body } = await query.get(`/v1/items/${names.council}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ outlet: 'Harbour Post', title: 'Title of council', revision: 1 });
    expect(body.statements).toHaveLength(1);
    for (const { text, start, end, cue } of body.statements) {
      expect(body.contentText.slice(start, end)).toBe(text);
      expect(body.contentText.slice(cue.start, cue.end)).toBe(cue.text);
    }
    expect((await query.get('/v1/items/none')).body).toMatchObject({ status: 404, code: 'unknown-item' });
  });
});

describe('dates', () => {
  test.each([
    ['', ['2026-03-20', '2026-06-01']],
    ['?from=2026-03-01', ['2026-03-11', '2026-03-20', '2026-06-01']],
    ['?to=2026-06-01', ['2026-03-20', '2026-06-01']],
    ['?to=2026-05-31', ['2026-03-20']],
    ['?from=2026-03-20&to=2026-03-20', ['2026-03-20']],
    ['?role=scheduled', ['2026-06-01']],
    ['?from=2026-01-01&feed=valley-radio', ['2026-03-11']],
    ['?q=meeting+june', ['2026-06-01']],
    ['?q=title+of+council&role=deadline', ['2026-03-20']],
  ])('%s', async (parameters, expected) => {
    expect(await ids(`/v1/dates${parameters}`)).toEqual(expected);
  });

  test('tell of their article', async () => {
    const { body } = await query.get('/v1/dates?limit=1');
    expect(body.data[0]).toMatchObject({
      text: '20 March',
      from: '2026-03-20',
      to: '2026-03-21',
      title: 'Title of council',
      outlet: 'Harbour Post',
      publishedAt: '2026-03-10T08:00:00Z',
    });
    expect(body.next).not.toBeNull();
  });
});

describe('speakers', () => {
  test.each([
    ['?q=ada', ['adamant', 'ada-okonkwo', 'ada-quill'].sort()],
    ['?q=ada+qu', ['ada-quill']],
    ['?q=a+quill', ['ada-quill']],
    ['?q=x+quill', []],
    ['?q=zz', []],
    ['', ['ada-okonkwo']],
    ['?from=2026-03-10&to=2026-03-10', ['ada-okonkwo']],
    ['?from=2026-03-11', []],
  ])('%s', async (parameters, expected) => {
    expect((await ids(`/v1/speakers${parameters}`)).sort()).toEqual(expected);
  });

  test('by name come in pages too', async () => {
    const bodies = await query.pages('/v1/speakers?q=ada&limit=1');
    expect(bodies.flatMap(({ data }) => data.map(({ name }: { name: string }) => name))).toEqual([
      'Ada Okonkwo',
      'Ada Quill',
      'Adamant',
    ]);
  });

  test('are ranked by statements within days that the answer names', async () => {
    const { body } = await query.get('/v1/speakers');
    expect(body.data[0]).toMatchObject({ name: 'Ada Okonkwo', statementsInRange: 2 });
    expect(body.counted).toEqual({ from: '2026-02-14', to: '2026-03-15' });
  });

  test('have roles and days at their own address', async () => {
    const { body } = await query.get('/v1/speakers/ada-okonkwo');
    expect(body).toMatchObject({
      name: 'Ada Okonkwo',
      roles: [{ text: 'chair' }],
      days: [{ day: '2026-03-10', statements: 2, roles: ['chair'] }],
    });
    expect((await query.get('/v1/speakers/none')).body).toMatchObject({ status: 404, code: 'unknown-speaker' });
  });

  test.each([
    ['q=a', 'name-too-short'],
    ['q=ada&from=2026-01-01', 'bad-parameter'],
    ['from=2026-02-02&to=2026-02-01', 'bad-parameter'],
  ])('are refused for %s', async (parameters, code) => {
    expect((await query.get(`/v1/speakers?${parameters}`)).body).toMatchObject({ status: 400, code });
  });
});

describe('feeds', () => {
  test.each([
    ['', ['harbour-post', 'valley-radio']],
    ['?q=daily', ['harbour-post']],
    ['?status=failing', ['valley-radio']],
  ])('%s', async (parameters, expected) => {
    expect(await ids(`/v1/feeds${parameters}`)).toEqual(expected);
  });

  test('show their health, and their events at their own address', async () => {
    const { body } = await query.get('/v1/feeds/valley-radio');
    expect(body).toMatchObject({
      title: 'Valley Radio',
      state: { status: 'failing', failingSince: '2026-03-14T10:00:00Z', lastError: { code: 'http-status' } },
      events: [{ at: '2026-03-14T10:00:00Z', previousStatus: 'ok' }],
    });
    expect(body.state).not.toHaveProperty('etag');
    expect((await query.get('/v1/feeds/none')).body).toMatchObject({ status: 404, code: 'unknown-feed' });
  });

  test('are counted in the status', async () => {
    const { body } = await query.get('/v1/status');
    expect(body).toMatchObject({
      feeds: { total: 2, byStatus: { ok: 1, failing: 1 } },
      lastPollAt: '2026-03-15T11:00:00Z',
      lastSuccessAt: '2026-03-13T10:00:00Z',
      countedThrough: '2026-03-11T00:00:00Z',
      truncated: false,
    });
  });
});

test('an article that expired is in no list', async () => {
  const wish = { name: 'old', publishedAt: '2026-01-05T00:00:00Z', expiresAt: '2026-03-01T00:00:00Z' };
  await query.save({ ...wish, statements: [{ text: 'Long gone' }], coming: [{ date: '2026-04-01', text: '1 April' }] });
  expect((await query.get(`/v1/items/${bundle(wish).item.id}`)).status).toBe(404);
  expect(await ids('/v1/items?to=2026-01-31')).toEqual([]);
  expect(await ids('/v1/statements?q=gone')).toEqual([]);
  expect(await ids('/v1/dates?from=2026-04-01&to=2026-04-01')).toEqual([]);
});
