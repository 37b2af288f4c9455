import { describe, expect, test } from 'vitest';
import { followRedirect, startRedirectChain } from '../../../lambda/fetch/redirect.ts';
import { failure, fetcherFor, serve, serveEverywhere } from './support.ts';

/** A server where `/301/302/end` answers 301 to `/302/end`, and so on. */
const stairs = () =>
  serve((request, response) => {
    const [, status, ...rest] = (request.url ?? '').split('/');
    if (Number(status) > 0) response.writeHead(Number(status), { Location: `/${rest.join('/')}` }).end('moved');
    else response.end('end');
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

  test('with credentials in its address is refused, and the message has none of them', async () => {
    const location = 'http://reader:s%65cret@127.0.0.1/';
    const base = await serve((_request, response) => void response.writeHead(302, { Location: location }).end());
    const error = await failure(fetcherFor().fetch({ url: base }));
    expect(error).toMatchObject({ code: 'bad-url' });
    expect(error.message).toContain('password');
    expect(error.message).not.toMatch(/reader|cret/);
  });

  test('validators go to the host that gave them, cookies and other headers to none', async () => {
    const seen: Record<string, unknown>[] = [];
    const base = await serveEverywhere((request, response) => {
      seen.push(request.headers);
      response.setHeader('Set-Cookie', 'who=reader').setHeader('ETag', '"v1"');
      if (request.url === '/away')
        response.writeHead(302, { Location: `${base.replace('127.0.0.1', '127.0.0.2')}/end` });
      response.end('end');
    });
    const away = `${base}/away`;
    const fetcher = fetcherFor();
    await fetcher.fetch({ url: away, etag: '"v1"', lastModified: 'then' });
    await fetcher.fetch({ url: away, etag: '"v1"', lastModified: 'then', validatorsFrom: '127.0.0.2' });
    expect(seen.map((headers) => headers['if-none-match'])).toEqual(['"v1"', undefined, undefined, '"v1"']);
    expect(seen.map((headers) => headers['if-modified-since'])).toEqual(['then', undefined, undefined, 'then']);
    const names = [
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'if-modified-since',
      'if-none-match',
      'user-agent',
    ];
    expect([...new Set(seen.flatMap((headers) => Object.keys(headers)))].toSorted()).toEqual(names);
  });
});

describe('followRedirect', () => {
  const from = (url: string) => startRedirectChain(new URL(url));
  const step = (url: string, location: string) =>
    followRedirect(from(url), { status: 301, location, isPublic: true }, 5);

  test('from https to http is followed but never remembered', () => {
    expect(step('https://news.example/a', 'http://news.example/a')).toMatchObject({ permanent: false });
    expect(step('http://news.example/a', 'https://news.example/a')).toMatchObject({ permanent: true });
  });

  test('remembers that a public server was on the way', () => {
    const home = { ...from('http://intranet.example/a'), throughPublic: false };
    expect(followRedirect(home, { status: 301, location: '/b', isPublic: false }, 5)?.throughPublic).toBe(false);
    const out = followRedirect(home, { status: 301, location: '/b', isPublic: true }, 5);
    expect(out?.throughPublic).toBe(true);
    expect(out && followRedirect(out, { status: 301, location: '/c', isPublic: false }, 5)?.throughPublic).toBe(true);
  });

  test('200 with a Location and 301 without one are none', () => {
    expect(
      followRedirect(from('https://news.example/'), { status: 200, location: '/b', isPublic: true }, 5),
    ).toBeNull();
    expect(
      followRedirect(from('https://news.example/'), { status: 301, location: undefined, isPublic: true }, 5),
    ).toBeNull();
  });
});
