import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionRows } from '../../../../lambda/store/items/edition-rows.ts';
import { bundle, feed } from '../../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';

let query: QueryApp;

beforeAll(async () => {
  query = await openQueryApp();
  await query.store.feeds.put(feed('harbour-post', 'Harbour Post'));
  await query.store.feeds.put(feed('valley-radio', 'Valley Radio'));
  await query.save(
    {
      name: 'bridge',
      publishedAt: '2026-03-10T08:00:00Z',
      statements: [
        { text: 'The bridge opens in May', role: 'harbour master' },
        { text: 'We were never asked', speaker: 'Bela Ruiz', type: 'indirect', confidence: 0.6 },
        { text: 'It costs too much', speaker: null, type: 'mixed' },
      ],
    },
    {
      name: 'festival',
      feedId: 'valley-radio',
      language: 'en-GB',
      publishedAt: '2026-03-12T23:30:00Z',
      statements: [
        { text: 'The bridge is not our affair', speaker: 'Chidi Okonkwo', role: 'mayor' },
        { text: 'Musik für alle', speaker: 'residents', kind: 'group' },
      ],
    },
    {
      name: 'rain',
      feedId: 'valley-radio',
      language: 'de',
      publishedAt: '2026-03-14T06:00:00Z',
      statements: [{ text: 'Rain until Sunday', speaker: 'Weather Office', kind: 'organization' }],
    },
  );
});
afterAll(() => query.close());

const texts = async (parameters: string): Promise<string[]> => {
  const { status, body } = await query.get(`/v1/statements${parameters}`);
  expect(status).toBe(200);
  return body.data.map(({ text }: { text: string }) => text);
};

const [BRIDGE, ASKED, COSTS] = ['The bridge opens in May', 'We were never asked', 'It costs too much'];
const [AFFAIR, MUSIC, RAIN] = ['The bridge is not our affair', 'Musik für alle', 'Rain until Sunday'];

describe('statements', () => {
  test.each([
    ['', [RAIN, AFFAIR, MUSIC, BRIDGE, ASKED, COSTS]],
    ['?from=2026-03-12', [RAIN, AFFAIR, MUSIC]],
    ['?to=2026-03-12', [AFFAIR, MUSIC, BRIDGE, ASKED, COSTS]],
    ['?to=2026-03-12T23:30:00Z', [BRIDGE, ASKED, COSTS]],
    ['?from=2026-03-12&to=2026-03-13', [AFFAIR, MUSIC]],
    ['?from=2026-03-13T00:00:00%2B01:00&to=2026-03-13', [AFFAIR, MUSIC]],
    ['?feed=valley-radio', [RAIN, AFFAIR, MUSIC]],
    ['?feed=nowhere', []],
    ['?speaker=ada-okonkwo', [BRIDGE]],
    ['?speaker=Ada+Okonkwo', [BRIDGE]],
    ['?speaker=okonkwo', [AFFAIR, BRIDGE]],
    ['?speaker=okon', [AFFAIR, BRIDGE]],
    ['?speaker=a+okonkwo', [BRIDGE]],
    ['?speaker=%22weather-office%22', [RAIN]],
    ['?speaker=%22Weather+Office%22', [RAIN]],
    ['?speaker=%22okonkwo%22', []],
    ['?speaker=nobody', []],
    ['?speaker=okonkwo&feed=harbour-post', [BRIDGE]],
    ['?speaker=okonkwo&from=2026-03-12', [AFFAIR]],
    ['?speaker=okonkwo&q=opens', [BRIDGE]],
    ['?role=mayor', [AFFAIR]],
    ['?role=master+harbour', [BRIDGE]],
    ['?language=en', [AFFAIR, MUSIC, BRIDGE, ASKED, COSTS]],
    ['?language=en-gb', [AFFAIR, MUSIC]],
    ['?type=indirect', [ASKED]],
    ['?type=indirect,mixed', [ASKED, COSTS]],
    ['?minConfidence=0.7&to=2026-03-11', [BRIDGE, COSTS]],
    ['?q=bridge', [AFFAIR, BRIDGE]],
    ['?q=BRIDGE+op', [BRIDGE]],
    ['?q=fur', [MUSIC]],
    ['?q=ridge', []],
    ['?q=bridge&language=en&type=direct&feed=harbour-post&role=master&minConfidence=0.5&from=2026-03-01', [BRIDGE]],
  ])('%s', async (parameters, expected) => {
    expect(await texts(parameters)).toEqual(expected);
  });

  test('tell of their article, and which speakers were meant', async () => {
    const { body } = await query.get('/v1/statements?speaker=okonkwo&limit=1');
    expect(body.data[0]).toMatchObject({
      text: AFFAIR,
      type: 'direct',
      speaker: { id: 'chidi-okonkwo', name: 'Chidi Okonkwo', role: 'mayor' },
      title: 'Title of festival',
      outlet: 'Valley Radio',
      url: 'https://news.example/festival',
      publishedAt: '2026-03-12T23:30:00Z',
      publishedAtSource: 'feed',
    });
    expect(body.data[0]).not.toHaveProperty('contentText');
    const { body: second } = await query.get(body.nextUrl);
    for (const { speakers } of [body, second]) {
      expect(speakers.map(({ id }: { id: string }) => id).sort()).toEqual(['ada-okonkwo', 'chidi-okonkwo']);
    }
    expect(second.data.map(({ text }: { text: string }) => text)).toEqual([BRIDGE]);
    expect(second).toMatchObject({ next: null, nextUrl: null });
  });

  test('give only the asked fields', async () => {
    const { body } = await query.get('/v1/statements?fields=text,outlet&limit=1');
    expect(body.data).toEqual([{ text: RAIN, outlet: 'Valley Radio' }]);
    const { status, body: problem } = await query.get('/v1/statements?fields=text,__proto__');
    expect([status, problem.errors[0].parameter]).toEqual([400, 'fields']);
  });

  test('say where the next page is, in the body and in the Link header', async () => {
    const { body, headers } = await query.get('/v1/statements?limit=2&language=en');
    expect(body.nextUrl).toBe(`/v1/statements?limit=2&language=en&cursor=${body.next}`);
    expect(headers.get('link')).toBe(`<${body.nextUrl}>; rel="next"`);
  });

  test('of a name that too many have are refused with candidates', async () => {
    const names = ['Abel', 'Bea', 'Cai', 'Dov', 'Eva', 'Fay', 'Gus', 'Hal', 'Ida', 'Jo', 'Kit'];
    await query.save({
      name: 'families',
      publishedAt: '2025-01-01T00:00:00Z',
      statements: names.map((name) => ({ text: `${name} is here`, speaker: `${name} Montrose` })),
    });
    const { status, body } = await query.get('/v1/statements?speaker=montrose');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'too-many-speakers', errors: [{ parameter: 'speaker' }] });
    expect(body.candidates).toHaveLength(11);
    expect(body.candidates.map(({ id }: { id: string }) => id)).toContain('kit-montrose');
    expect(await texts('?speaker=kit+montrose')).toEqual(['Kit is here']);
  });
});

describe('statements that are not given', () => {
  test('those of copies, unless asked for', async () => {
    const story = {
      name: 'wire',
      url: 'https://wire.example/1',
      statements: [{ text: 'Told twice', speaker: 'Dana Quill' }],
    };
    await query.save({ ...story, publishedAt: '2026-02-01T10:00:00Z' });
    await query.save({ ...story, publishedAt: '2026-02-01T11:00:00Z', feedId: 'valley-radio' });
    expect(await texts('?q=told')).toHaveLength(1);
    expect(await texts('?q=told&includeDuplicates=true')).toHaveLength(2);
  });

  test('those of an older revision, and those of a removed article', async () => {
    const name = 'changing';
    const [id = ''] = await query.save({ name, publishedAt: '2026-02-02T10:00:00Z', statements: [{ text: 'Before' }] });
    await query.save({
      name,
      publishedAt: '2026-02-02T10:00:00Z',
      revision: 2,
      statements: [{ text: 'After' }, { text: 'Added' }],
    });
    expect(await texts('?from=2026-02-02&to=2026-02-02')).toEqual(['After', 'Added']);
    await query.store.items.remove(id);
    expect(await texts('?from=2026-02-02&to=2026-02-02')).toEqual([]);
  });

  test('those of a revision whose writing died halfway, anywhere', async () => {
    const wish = {
      name: 'halfway',
      publishedAt: '2026-02-03T10:00:00Z',
      statements: [{ text: 'Whole' }],
      coming: [{ date: '2026-04-05', text: '5 April' }],
    };
    const [id] = await query.save(wish);
    const next = bundle({ ...wish, revision: 2, statements: [{ text: 'Half' }] });
    const { owned, coming } = await editionRows(next);
    for (const record of [...owned, ...coming]) await query.putRecord(record);
    expect(await texts('?from=2026-02-03&to=2026-02-03')).toEqual(['Whole']);
    expect(await texts('?from=2026-02-03&to=2026-02-03&speaker=ada-okonkwo')).toEqual(['Whole']);
    const { body: dates } = await query.get('/v1/dates?from=2026-04-05&to=2026-04-05');
    expect(dates.data.map(({ edition }: { edition: string }) => edition)).toEqual([expect.stringMatching(/^1-/)]);
    const { body: article } = await query.get(`/v1/items/${id}`);
    expect(article.statements.map(({ text }: { text: string }) => text)).toEqual(['Whole']);
    const { body: changes } = await query.get('/v1/statements?changedAfter=2026-02-03&limit=1');
    expect(changes.data[0].statements.map(({ text }: { text: string }) => text)).toEqual(['Whole']);
  });
});

test('an id of one word without quotation marks means everyone with that word', async () => {
  await query.save({
    name: 'namesakes',
    publishedAt: '2024-05-01T00:00:00Z',
    statements: [
      { text: 'From the mother house', speaker: 'Norda', kind: 'organization' },
      { text: 'From the branch', speaker: 'Norda Shipping', kind: 'organization' },
    ],
  });
  expect(await texts('?speaker=norda')).toEqual(['From the mother house', 'From the branch']);
  expect(await texts('?speaker=%22norda%22')).toEqual(['From the mother house']);
});
