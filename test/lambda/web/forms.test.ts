import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feed } from '../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';

describe('forms of the pages', () => {
  let query: QueryApp;
  let article = '';
  beforeAll(async () => {
    query = await openQueryApp();
    await query.store.feeds.put(feed('harbour-post', 'Harbour Post'));
    [article = ''] = await query.save({
      name: 'bridge',
      publishedAt: '2026-03-10T08:00:00Z',
      statements: [{ text: 'The bridge opens' }, { text: 'It was late' }],
    });
  });
  afterAll(() => query.close());

  const post = (path: string, fields: Record<string, string> = {}) =>
    query.get(path, { method: 'POST', body: new URLSearchParams(fields) });
  const statementIds = async () => (await query.store.statements.ofItem(article)).map(({ id }) => id);

  test('add a feed and lead to its page; an address that is none is told, and stays in the form', async () => {
    const added = await post('/feeds', { url: 'https://new.example/feed.xml', folder: 'Harbours' });
    expect(added.status).toBe(303);
    const page = await query.get(added.headers.get('location') ?? '');
    expect(page.text).toMatch(/Added\..*Harbours/s);
    const refused = await post('/feeds', { url: 'ftp://new.example/feed.xml' });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/role="alert".*is not the address of a feed/s);
    expect(refused.text).toContain('value="ftp://new.example/feed.xml"');
    expect((await post('/feeds/test', { url: 'https://new.example/' })).status).toBe(501);
  });

  test('pause, resume, poll, change and remove a feed', async () => {
    expect((await post('/feeds/harbour-post/pause')).headers.get('location')).toBe('/feeds/harbour-post?done=paused');
    expect((await query.store.feeds.get('harbour-post'))?.paused).toBe(true);
    const paused = await post('/feeds/harbour-post/poll');
    expect(paused.status).toBe(409);
    expect(paused.text).toContain('it is paused');
    expect((await post('/feeds/harbour-post/resume')).status).toBe(303);
    expect((await post('/feeds/harbour-post/poll')).headers.get('location')).toContain('done=due');
    await post('/feeds/harbour-post/change', { title: 'The Post', folder: '', fullText: 'never' });
    expect(await query.store.feeds.get('harbour-post')).toMatchObject({
      title: 'The Post',
      folder: null,
      fullText: 'never',
    });
    expect((await post('/feeds/none/pause')).status).toBe(404);
  });

  test('take in a file of feeds, and tell the lines that are wrong', async () => {
    const upload = (text: string) => {
      const body = new FormData();
      body.set('opml', new Blob([text]), 'feeds.opml');
      return query.get('/feeds/import', { method: 'POST', body });
    };
    const opml = '<opml><body><outline type="rss" text="A" xmlUrl="https://a.example/feed"/></body></opml>';
    expect((await upload(opml)).headers.get('location')).toBe('/feeds?done=imported&count=1');
    const wrong = await upload('<opml><body><outline type="rss" text="B" xmlUrl="gopher://b"/></body></opml>');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('line 1');
    expect((await upload('no markup')).text).toContain('no &lt;opml&gt; element');
  });

  test('correct the speaker, show what the rules had said, and take it back', async () => {
    const [first = ''] = await statementIds();
    const path = `/articles/${article}/statements/${first}`;
    const empty = await post(`${path}/correct`, { what: 'speaker', note: 'by the recording' });
    expect(empty.status).toBe(400);
    expect(empty.text).toContain('value="by the recording"');
    const corrected = await post(`${path}/correct`, { what: 'speaker', name: 'Bela Kun', note: 'by the recording' });
    const page = await query.get(corrected.headers.get('location') ?? '');
    expect(page.text).toMatch(/Bela Kun.*Corrected: speaker.*by the recording.*The rules had said:.*Ada Okonkwo/s);
    expect((await post(`${corrected.headers.get('location')}/withdraw`)).status).toBe(303);
    expect((await query.get(path)).text).not.toContain('Corrected: speaker');
  });

  test('strike what is no statement: it stays on the page of its article alone', async () => {
    const [, second = ''] = await statementIds();
    await post(`/articles/${article}/statements/${second}/correct`, { what: 'not-a-statement' });
    expect((await query.get('/')).text).not.toContain('It was late');
    expect((await query.get(`/articles/${article}`)).text).toMatch(/Struck by an operator.*It was late/s);
  });

  test('are refused to other sites', async () => {
    const cross = await query.get('/feeds', {
      method: 'POST',
      body: new URLSearchParams({ url: 'https://x.example/' }),
      headers: { Origin: 'https://elsewhere.example' },
    });
    expect(cross.status).toBe(403);
  });
});
