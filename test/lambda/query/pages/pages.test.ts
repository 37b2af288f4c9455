import { Parser } from 'htmlparser2';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failingState, feed } from '../../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';

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

const HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">';

describe('pages', () => {
  let query: QueryApp;
  let article = '';
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
      },
      {
        name: 'undated',
        url: 'javascript:alert(3)',
        publishedAt: null,
        storedAt: '2026-03-12T08:00:00Z',
        statements: [{ text: 'Nobody wrote when', speaker: `Bela ${HOSTILE}` }],
      },
    );
  });
  afterAll(() => query.close());

  const pages = () => [
    '/',
    '/feeds',
    `/articles/${article}`,
    '/none',
    '/?limit=x',
    `/?speaker=${encodeURIComponent(HOSTILE)}`,
  ];

  test('show what feeds say as text: no markup of theirs, no link that runs', async () => {
    for (const path of pages()) {
      const { elements } = look((await query.get(path)).text);
      const names = new Set(elements.map(({ name }) => name));
      for (const name of ['script', 'img', 'iframe', 'style', 'object']) expect(names, path).not.toContain(name);
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
      expect(loaded.map(({ attributes }) => attributes.href)).toEqual(['/style.css', 'data:,']);
    }
  });

  test('have a language, a title, landmarks, one h1, and a label for each field', async () => {
    for (const path of pages()) {
      const { text: html } = await query.get(path);
      expect(html.startsWith('<!DOCTYPE html><html lang="en">')).toBe(true);
      const { elements } = look(html);
      const count = (wanted: string) => elements.filter(({ name }) => name === wanted).length;
      expect([count('h1'), count('main'), count('header'), count('nav') > 0, count('title')]).toEqual([
        1,
        1,
        1,
        true,
        1,
      ]);
      const labels = new Set(elements.map(({ name, attributes }) => (name === 'label' ? attributes.for : '')));
      for (const { name, attributes } of elements) {
        const isField = name === 'select' || (name === 'input' && attributes.type !== 'hidden');
        if (isField) expect(labels).toContain(attributes.id);
      }
      const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('list statements by day: who, how, what, where and when', async () => {
    const { text } = look((await query.get('/')).text);
    expect(text).toMatch(/Thursday, 12 Mar 2026.*Nobody wrote when.*date of publication unknown.*Tuesday, 10 Mar 2026/);
    expect(text).toContain('Ada Okonkwo harbour master');
    expect(text).toMatch(/quoted “said”The bridge opens/);
    expect(text).toMatch(/Unknown speakerpartly quoted “said”It costs too much/);
    expect(text).toMatch(/an official unnamed source reported/);
    expect(text).toContain('10 Mar 2026');
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
    ).toEqual(['harbour-post', '']);
    const hidden = elements.filter(({ attributes }) => attributes.type === 'hidden');
    expect(hidden.map(({ attributes }) => [attributes.name, attributes.value])).toEqual([
      ['limit', '1'],
      ['minConfidence', '0.5'],
    ]);
    const precise = look((await query.get('/?type=direct,mixed&from=2026-03-01T00:00:00Z')).text).elements;
    expect(precise.find(({ attributes }) => attributes.id === 'from')?.attributes).toMatchObject({
      type: 'text',
      value: '2026-03-01T00:00:00Z',
    });
    expect(
      precise.filter(({ attributes }) => 'selected' in attributes).map(({ attributes }) => attributes.value),
    ).toEqual(['direct,mixed']);
    const next = elements.find(({ attributes }) => attributes.rel === 'next')?.attributes.href ?? '';
    expect(look((await query.get(next)).text).text).toContain('The bridge opens');
  });

  test('of an article mark the statements where they stand', async () => {
    const { text: html } = await query.get(`/articles/${article}`);
    const marks = [...html.matchAll(/<mark id="statement-(\d+)">(.*?)<\/mark>/gs)];
    expect(marks).toHaveLength(3);
    expect(marks[1]?.[2]).toBe('It costs too much');
    const { elements, text } = look(html);
    for (const [, start] of marks) {
      expect(elements.some(({ attributes }) => attributes.href === `#statement-${start}`)).toBe(true);
    }
    expect(text).toContain('Unknown speaker');
  });

  test('of feeds say in words how each is doing, since when and why', async () => {
    const { text } = look((await query.get('/feeds')).text);
    expect(text).toContain('Fails since 14 Mar 2026, 10:00 UTC');
    expect(text).toContain('(http-status, 7 in a row)');
    expect(text).toContain('13 Mar 2026, 10:00 UTC');
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
    expect(look((await query.get('/?q=needle')).text).text).toContain('No statement matches this search');
  });
});
