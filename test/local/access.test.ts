import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dateline, type ServeProcess, startServe, temporaryFolder } from '../support/cli.ts';

const OFFLINE = { NODE_OPTIONS: `--import=${new URL('../support/offline.mjs', import.meta.url).href}` };
const PUBLIC = 'news.paper.example';

let data: { folder: string; remove: () => Promise<void> };
let serving: ServeProcess | null = null;
beforeEach(async () => {
  data = await temporaryFolder();
});
afterEach(async () => {
  await serving?.stop('SIGKILL');
  serving = null;
  await data.remove();
});

/** Serves, and answers the port: the address that is printed may be another host's. */
async function serve(port: number, ...words: string[]): Promise<ServeProcess> {
  serving = await startServe(data.folder, ['--no-poll', '--port', String(port), ...words], OFFLINE);
  await serving.printed('Ctrl-C stops');
  return serving;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks on the loopback interface under any Host name. */
function ask(port: number, path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) {
  return new Promise<{ status: number; cookie: string; text: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, cookie: String(response.headers['set-cookie'] ?? ''), text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

const keyOf = (process: ServeProcess): string => /key: {2}(dl_\S+)/.exec(process.stderr())?.[1] ?? '';

test('behind a proxy the server asks for a key, which is made and shown at the first start only', async () => {
  const port = await freePort();
  const first = await serve(port, '--public-url', `https://${PUBLIC}`);
  expect(first.stdout()).toContain(`Dateline serves https://${PUBLIC}/`);
  const key = keyOf(first);
  expect(key).toMatch(/^dl_[\w-]{43}$/);

  const headers = { host: PUBLIC };
  expect((await ask(port, '/v1/statements', { headers })).status).toBe(401);
  expect((await ask(port, '/v1/statements')).status).toBe(401);
  const authorised = { ...headers, authorization: `Bearer ${key}` };
  expect((await ask(port, '/v1/statements', { headers: authorised })).status).toBe(200);
  expect((await ask(port, '/v1/statements', { headers: { ...authorised, host: 'rebound.example' } })).status).toBe(421);

  // The browser sees https, and the proxy asks by http.
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  const signIn = (more: Record<string, string>) =>
    ask(port, '/sign-in', {
      method: 'POST',
      headers: { ...form, ...more },
      body: new URLSearchParams({ key }).toString(),
    });
  const own = await signIn({ origin: `https://${PUBLIC}`, 'sec-fetch-site': 'same-origin' });
  expect(own.status).toBe(303);
  expect(own.cookie).toMatch(/^__Host-dateline=.*Secure/);
  expect((await signIn({ origin: 'https://other.example' })).status).toBe(403);
  expect((await signIn({ origin: `http://${PUBLIC}` })).status).toBe(403);

  await first.stop('SIGTERM');
  const second = await serve(await freePort(), '--public-url', `https://${PUBLIC}`);
  expect(keyOf(second)).toBe('');
  expect(second.stderr()).not.toContain(key);
}, 60_000);

test('on all addresses of the machine the server asks for a key under every name', async () => {
  const port = await freePort();
  const started = await serve(port, '--host', '0.0.0.0');
  for (const host of ['127.0.0.1', 'desk.local', '10.0.0.7']) {
    expect((await ask(port, '/v1/statements', { headers: { host } })).status, host).toBe(401);
  }
  const headers = { host: 'desk.local', authorization: `Bearer ${keyOf(started)}` };
  expect((await ask(port, '/v1/statements', { headers })).status).toBe(200);
}, 60_000);

test.each([
  [['--host', 'everywhere'], /--host.*must be an IP address of this machine/],
  [['--public-url', 'news.example'], /--public-url.*must be the address of a host/],
  [['--public-url', 'https://news.example/dateline'], /must be the address of a host/],
])('serve %j is refused, with the reason', async (words, reason) => {
  const { code, stderr } = await dateline(['serve', '--data', data.folder, ...words]);
  expect(code).toBe(2);
  expect(stderr).toMatch(reason);
});
