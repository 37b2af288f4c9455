import { describe, expect, test } from 'vitest';
import { followRedirect, startJourney } from '../../../lambda/fetch/redirect.ts';
import { failure, fetcherFor, serve } from './support.ts';

/** A server where `/301/302/end` answers 301 to `/302/end`, and so on. */
const stairs = () =>
  serve((request, response) => {
    const [, status, ...rest] = (request.url ?? '').split('/');
    if (Number(status) > 0) response.writeHead(Number(status), { Location: `/${rest.join('/')}` }).end('moved');
    else response.end(request.headers.authorization ?? 'end');
  });

describe('redirects over HTTP', () => {
  test.each([
    ['/301/end', '/end'],
    ['/308/301/end', '/end'],
    ['/302/end', null],
    ['/301/302/end', null],
    ['/302/301/end', null],
    ['/303/end', null],
    ['/307/end', null],
    ['/301/301/301/301/301/end', '/end'],
    ['/end', null],
  ])('%s moved for good to %s', async (path, moved) => {
    const base = await stairs();
    const answer = await fetcherFor().fetch({ url: base + path });
    expect(answer.url).toBe(`${base}/end`);
    expect(answer.movedTo).toBe(moved === null ? null : base + moved);
  });

  test('six are too many', async () => {
    const base = await stairs();
    const error = await failure(fetcherFor().fetch({ url: `${base}/301/301/301/301/301/301/end` }));
    expect(error).toMatchObject({ code: 'redirect-loop' });
  });

  test('a circle is seen at its second round', async () => {
    let asked = 0;
    const base = await serve((request, response) => {
      asked++;
      response.writeHead(302, { Location: request.url === '/a' ? '/b' : '/a' }).end();
    });
    const error = await failure(fetcherFor().fetch({ url: `${base}/a` }));
    expect(error).toMatchObject({ code: 'redirect-loop' });
    expect(error.message).toContain('circle');
    expect(asked).toBe(2);
  });

  test('endless redirects to new places end', async () => {
    let asked = 0;
    const base = await serve((_request, response) => void response.writeHead(302, { Location: `/${++asked}` }).end());
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'redirect-loop' });
    expect(asked).toBe(6);
  });

  test('with an endless body is followed all the same', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/end') return void response.end('end');
      response.writeHead(302, { Location: '/end' });
      const more = (): void => void response.write(Buffer.alloc(65_536), (error) => !error && more());
      more();
    });
    expect((await fetcherFor().fetch({ url: `${base}/start` })).status).toBe(200);
  });

  test.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'http://[', 'gopher://x'])(
    'to %s is refused',
    async (location) => {
      const base = await serve((_request, response) => void response.writeHead(302, { Location: location }).end());
      expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'bad-url' });
    },
  );

  test('credentials go to their own host only, and into no message', async () => {
    const other = await serve((request, response) => void response.end(request.headers.authorization ?? 'none'));
    const home = await serve((request, response) => {
      if (request.url === '/away') response.writeHead(302, { Location: `${other}/x` }).end();
      else if (request.url === '/near') response.writeHead(302, { Location: '/here' }).end();
      else if (request.url === '/lost') response.writeHead(500).end();
      else response.end(request.headers.authorization ?? 'none');
    });
    const named = home.replace('//', '//reader:s%65cret@');
    const text = async (path: string) => Buffer.from((await fetcherFor().fetch({ url: named + path })).body).toString();
    const basic = `Basic ${Buffer.from('reader:secret').toString('base64')}`;
    expect(await text('/here')).toBe(basic);
    expect(await text('/near')).toBe(basic);
    expect(await text('/away')).toBe('none');
    expect((await fetcherFor().fetch({ url: `${named}/near` })).url).toBe(`${home}/here`);
    expect((await failure(fetcherFor().fetch({ url: `${named}/lost` }))).message).not.toMatch(/reader|cret/);
  });
});

describe('followRedirect', () => {
  const from = (url: string) => startJourney(new URL(url));
  const step = (url: string, location: string) => followRedirect(from(url), { status: 301, location }, 5);

  test('from https to http is followed but never remembered', () => {
    expect(step('https://news.example/a', 'http://news.example/a')).toMatchObject({ permanent: false });
    expect(step('http://news.example/a', 'https://news.example/a')).toMatchObject({ permanent: true });
  });

  test('credentials that a server puts into Location are not used', () => {
    expect(step('https://news.example/a', 'https://x:y@other.example/')?.url.href).toBe('https://other.example/');
  });

  test('200 with a Location and 301 without one are none', () => {
    expect(followRedirect(from('https://news.example/'), { status: 200, location: '/b' }, 5)).toBeNull();
    expect(followRedirect(from('https://news.example/'), { status: 301, location: undefined }, 5)).toBeNull();
  });
});
