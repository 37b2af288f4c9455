import { Parser } from 'htmlparser2';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rollup } from '../../../lambda/pipeline/rollup/rollup.ts';
import { failingState, feed } from '../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';
import { quietLog } from '../../support/quiet-log.ts';

/** The elements of a page with their attributes, and its visible text. */
const look = (html: string) => {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = '';
  const parser = new Parser({
    onopentag: (name, attributes) => elements.push({ name, attributes }),
    ontext: (part) => {
      text += part;
    },
  });
  parser.end(html);
  return { elements, text: text.replace(/\s+/g, ' ') };
};

const isMasthead = ({ attributes }: { attributes: Record<string, string> }) => attributes.class === 'masthead';

const HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">';

describe('pages', () => {
  let query: QueryApp;
  let article = '';
  let statement = '';
  beforeAll(async () => {
    query = await openQueryApp();
    const { feeds } = query.store;
    await feeds.put(feed('harbour-post', `Harbour Post ${HOSTILE}`));
    await feeds.put(feed('valley-radio', 'Valley Radio'));
    const state = await feeds.state('valley-radio');
    await feeds.saveState(failingState(state!, `the server answered 500 ${HOSTILE}`), state!.nextPollAt);
    [article = ''] = await query.save(
      {
        name: 'bridge',
        title: `Bridge ${HOSTILE}`,
        publishedAt: '2026-03-10T08:00:00Z',
        statements: [
          { text: `The bridge opens ${HOSTILE}`, role: `harbour master ${HOSTILE}` },
          { text: 'It costs too much', speaker: null, type: 'mixed' },
          { text: 'It was late', speaker: 'an official', kind: 'unnamed', type: 'indirect' },
        ],
        coming: [{ date: '2026-03-20', text: `on Friday ${HOSTILE}` }],
      },
      {
        name: 'undated',
        url: 'javascript:alert(3)',
        publishedAt: null,
        storedAt: '2026-03-12T08:00:00Z',
        statements: [{ text: 'Nobody wrote when', speaker: `Bela ${HOSTILE}` }],
      },
    );
    query.clock.advance(120_000);
    await rollup({ store: query.store, clock: query.clock, log: quietLog() });
    statement = (await query.store.statements.ofItem(article))[0]?.id ?? '';
  });
  afterAll(() => query.close());

  const pages = () => [
    '/',
    '/feeds',
    '/dates?month=2026-03',
    '/try',
    '/speakers/ada-okonkwo',
    `/articles/${article}`,
    `/articles/${article}?statement=${statement}`,
    `/articles/${article}/statements/${statement}`,
    '/none',
    '/?limit=x',
    `/?speaker=${encodeURIComponent(HOSTILE)}`,
  ];

  test('show what feeds say as text: no markup of theirs, no link that runs', async () => {
    for (const path of pages()) {
      const { elements } = look((await query.get(path)).text);
      const names = new Set(elements.map(({ name }) => name));
      for (const name of ['img', 'iframe', 'style', 'object']) expect(names, path).not.toContain(name);
      const scripts = elements.filter(({ name }) => name === 'script');
      expect(scripts.map(({ attributes }) => attributes.src)).toEqual(['/script.js']);
      for (const { attributes } of elements) {
        expect(Object.keys(attributes).filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
        for (const link of [attributes.href, attributes.action, attributes.cite]) {
          if (link !== undefined) expect(link).toMatch(/^(\/|#|https?:|data:,$)/);
        }
      }
    }
  });

  test('ask nobody else for anything', async () => {
    for (const path of pages()) {
      const { elements } = look((await query.get(path)).text);
      const loaded = elements.filter(({ name, attributes }) => attributes.src !== undefined || name === 'link');
      const elsewhere = loaded.map(({ attributes }) => attributes.src ?? attributes.href ?? '');
      expect(elsewhere.filter((address) => !/^\/(?!\/)/.test(address))).toEqual(['data:,']);
    }
  });

  test('have a language, a title, landmarks, one h1, and a label for each field', async () => {
    for (const path of pages()) {
      const { text: html } = await query.get(path);
      expect(html.startsWith('<!DOCTYPE html><html lang="en">')).toBe(true);
      const { elements } = look(html);
      const count = (wanted: string) => elements.filter(({ name }) => name === wanted).length;
      const once = [count('h1'), count('main'), count('footer'), elements.filter(isMasthead).length];
      expect(once, path).toEqual([1, 1, 1, 1]);
      expect(count('nav')).toBeGreaterThan(0);
      const labels = new Set(elements.map(({ name, attributes }) => (name === 'label' ? attributes.for : '')));
      for (const { name, attributes } of elements) {
        const isField = name === 'select' || (name === 'input' && attributes.type !== 'hidden');
        if (isField && attributes.type !== 'checkbox') expect(labels).toContain(attributes.id);
      }
      const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('list statements by day: who, how, what, where and when', async () => {
    const { text } = look((await query.get('/')).text);
    expect(text).toMatch(/Thursday, 12 Mar 2026.*date of publication unknown.*Nobody wrote when.*Tuesday, 10 Mar 2026/);
    expect(text).toMatch(/Ada Okonkwoharbour master .*The bridge opens .*quoted “said”very likely/);
    expect(text).toMatch(/Unknown speaker ?It costs too muchpartly quoted “said”/);
    expect(text).toMatch(/an officialunnamed source ?It was latereported/);
  });

  test('keep the state of the search in the address, and lead to the next page with it', async () => {
    const { text: html } = await query.get(
      '/?q=&speaker=&feed=harbour-post&from=2026-03-01&to=&type=&limit=1&minConfidence=0.5',
    );
    const { elements } = look(html);
    const value = (id: string) => elements.find(({ attributes }) => attributes.id === id)?.attributes.value;
    expect([value('from'), value('to')]).toEqual(['2026-03-01', '']);
    expect(
      elements.filter(({ attributes }) => 'selected' in attributes).map(({ attributes }) => attributes.value),
    ).toEqual(['harbour-post', '', '0.5', '']);
    const hidden = elements.filter(({ attributes }) => attributes.type === 'hidden');
    expect(hidden.map(({ attributes }) => [attributes.name, attributes.value])).toEqual([['limit', '1']]);
    const precise = look((await query.get('/?type=direct,mixed&from=2026-03-01T00:00:00Z')).text).elements;
    expect(precise.find(({ attributes }) => attributes.id === 'from')?.attributes).toMatchObject({
      type: 'text',
      value: '2026-03-01T00:00:00Z',
    });
    expect(
      precise.filter(({ attributes }) => 'selected' in attributes).map(({ attributes }) => attributes.value),
    ).toEqual(['', 'direct,mixed', '', '']);
    const next = elements.find(({ attributes }) => attributes.rel === 'next')?.attributes.href ?? '';
    expect(look((await query.get(next)).text).text).toContain('The bridge opens');
  });

  test('of an article mark each statement with its number, its cue and its speaker', async () => {
    const { text: html } = await query.get(`/articles/${article}?statement=${statement}`);
    const { elements, text } = look(html);
    const numbers = elements.filter(({ attributes }) => attributes.class === 'number');
    expect(numbers).toHaveLength(3);
    for (const { attributes } of numbers) {
      const partners = elements.filter((element) => element.attributes['data-of'] === attributes['data-statement']);
      expect(partners.map((element) => element.attributes.class?.split(' ')[0])).toEqual(
        expect.arrayContaining(['said', 'cue']),
      );
    }
    const lit = elements.filter((element) => element.attributes.class?.endsWith(' on'));
    expect(new Set(lit.map((element) => element.attributes['data-of']))).toEqual(new Set([statement]));
    const open = elements.filter(({ name, attributes }) => name === 'details' && 'open' in attributes);
    expect(open.map(({ attributes }) => attributes['data-statement'])).toEqual([statement]);
    expect(text).toContain('Unknown speaker');
    expect(text).toContain('names the speaker in full');
  });

  test('of a statement give its context, when it was retrieved, and a citation', async () => {
    const { text } = look((await query.get(`/articles/${article}/statements/${statement}`)).text);
    expect(text).toMatch(/Ada Okonkwo, harbour master .*: “The bridge opens .*”. In: “Bridge .*”, Harbour Post/);
    expect(text).toMatch(/retrieved \d+ Mar 2026/);
    const missing = await query.get(`/articles/${article}/statements/none`);
    expect(missing.status).toBe(404);
  });

  test('of a speaker show roles, outlets and the latest statements', async () => {
    const { text, elements } = look((await query.get('/speakers/ada-okonkwo')).text);
    expect(text).toMatch(/Roles over time.*harbour master/);
    expect(text).toMatch(/Outlets.*Harbour Post .*1/);
    expect(text).toContain('The bridge opens');
    expect(elements.filter(({ attributes }) => attributes.type === 'application/rss+xml')).toHaveLength(1);
  });

  test('of coming dates hold a calendar, and each day with its sentence', async () => {
    const { text, elements } = look((await query.get('/dates?month=2026-03')).text);
    expect(text).toMatch(/Friday, 20 Mar 2026/);
    expect(elements.some(({ attributes }) => attributes.href === '#day-2026-03-20')).toBe(true);
    expect(look((await query.get('/dates?month=2026-03&q=needle')).text).text).toContain('without the filter words');
    expect((await query.get('/dates?month=2026-13')).status).toBe(400);
  });

  test('of coming dates give them as data, by the same filters', async () => {
    const { elements } = look((await query.get('/dates?month=2026-03&role=scheduled&cursor=')).text);
    const links = elements.flatMap(({ name, attributes }) => (name === 'a' ? (attributes.href ?? []) : []));
    const csv = links.find((href) => href.startsWith('/dates.csv')) ?? '';
    expect(csv).toBe('/dates.csv?role=scheduled&from=2026-03-15&to=2026-05-31');
    expect((await query.get(csv)).status).toBe(200);
    expect(elements.some(({ attributes }) => attributes.type === 'application/rss+xml')).toBe(true);
  });

  test('read a pasted text, and say which rules decided', async () => {
    const form = new URLSearchParams({
      text: 'Ann Roe said on Monday that the bridge was shut.',
      published: '2026-03-11',
    });
    const answer = await query.get('/try', { method: 'POST', body: form });
    const { text } = look(answer.text);
    expect(answer.status).toBe(200);
    expect(text).toMatch(/1 statement, 1 speaker, 1 date/);
    expect(text).toContain('that-clause');
    expect(text).toContain('9 Mar 2026');
    const long = new URLSearchParams({ text: 'a'.repeat(100_001) });
    expect((await query.get('/try', { method: 'POST', body: long })).status).toBe(400);
    expect((await query.get('/try', { method: 'POST', body: '{}' })).status).toBe(415);
  });

  test('of feeds say in words how each is doing, since when and why', async () => {
    const { text } = look((await query.get('/feeds')).text);
    expect(text).toContain('Fails since 14 Mar 2026, 10:00 UTC');
    expect(text).toContain('(http-status, 7 in a row)');
    expect(text).toContain('13 Mar 2026, 10:00 UTC');
  });

  test('explain the marks of an article where it has some', async () => {
    const [silent = ''] = await query.save({ name: 'silent', publishedAt: '2026-03-09T08:00:00Z', statements: [] });
    expect((await query.get(`/articles/${article}`)).text).toContain('class="legend"');
    expect((await query.get(`/articles/${silent}`)).text).not.toContain('class="legend"');
    const form = { method: 'POST', body: new URLSearchParams({ text: 'Nobody spoke.' }) };
    expect((await query.get('/try', form)).text).not.toContain('class="legend"');
  });

  test('give the counts of the chart as CSV, by the same filters', async () => {
    const { text, headers } = await query.get('/counts.csv?from=2026-03-10&to=2026-03-11&q=bridge');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(text).toBe('day,statements,incomplete\r\n2026-03-10,1,\r\n2026-03-11,0,\r\n');
  });

  test('say what went wrong', async () => {
    const wrong = await query.get('/?from=yesterday&colour=red');
    expect(wrong.status).toBe(400);
    expect(look(wrong.text).text).toContain('colour: there is no such parameter');
    const missing = await query.get('/articles/none');
    expect(missing.status).toBe(404);
    expect(look(missing.text).text).toContain('no item has the id none');
  });
});

describe('a page without statements', () => {
  let query: QueryApp;
  beforeEach(async () => {
    query = await openQueryApp();
  });
  afterEach(() => query.close());

  test('says how to add a feed where there is none', async () => {
    expect(look((await query.get('/')).text).text).toContain('npx dateline feeds add URL');
    expect(look((await query.get('/feeds')).text).text).toContain('npx dateline feeds add URL');
  });

  test('says how to poll where nothing has come yet', async () => {
    await query.store.feeds.put(feed('harbour-post', 'Harbour Post'));
    expect(look((await query.get('/')).text).text).toContain('npx dateline poll');
  });

  test('says that the search matches nothing', async () => {
    const { text, elements } = look((await query.get('/?q=needle')).text);
    expect(text).toContain('No statement matches this search');
    expect(elements.some(({ attributes }) => attributes['aria-label'] === 'Narrow the search')).toBe(false);
  });

  test('says which filter emptied it', async () => {
    await query.save({ name: 'bridge', publishedAt: '2026-03-10T08:00:00Z', statements: [{ text: 'It opens' }] });
    const { text, elements } = look((await query.get('/?q=opens&type=indirect&from=2026-03-01')).text);
    expect(text).toContain('without “how it was said: reported”');
    expect(text).not.toContain('without “words');
    expect(text).not.toContain('Statements a day');
    expect(elements.some(({ attributes }) => attributes.href === '/?q=opens&from=2026-03-01')).toBe(true);
  });
});

test('a statement of an article that others have copied says how many copies there are', async () => {
  const query = await openQueryApp();
  try {
    const statements = [
      { text: 'The same words of the same length in every one of the papers that print what the agency sends them' },
    ];
    for (const [minute, feedId] of ['first', 'second', 'third'].entries()) {
      await query.store.feeds.put(feed(feedId, feedId));
      const storedAt = `2026-03-10T08:0${minute}:00Z`;
      await query.save({
        name: 'wire',
        feedId,
        storedAt,
        publishedAt: '2026-03-10T08:00:00Z',
        url: 'https://a.example/wire',
        statements,
      });
    }
    const { text } = look((await query.get('/')).text);
    expect(text).toContain('+2 copies');
  } finally {
    await query.close();
  }
});
