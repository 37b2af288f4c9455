import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { feedIdOf } from '../../lambda/common/feed-id.ts';
import { BAKERY, FERRY, serveFeed } from '../lambda/pipeline/feed-server.ts';
import { dateline, type ServeProcess, startServe, temporaryFolder } from '../support/cli.ts';

let data: { folder: string; remove: () => Promise<void> };
let serving: ServeProcess | null = null;

/** Hosts are looked up through a file of our own making, so that no feed is ever asked over the network. */
const OFFLINE = { NODE_OPTIONS: `--import=${new URL('../support/offline.mjs', import.meta.url).href}` };

const serve = async (...words: string[]): Promise<ServeProcess> => {
  serving = await startServe(data.folder, words, OFFLINE);
  return serving;
};

interface Rows {
  data: { speaker: { name: string } | null; id: string; outlet: string }[];
}
const get = async (url: string): Promise<Rows> => (await (await fetch(url)).json()) as Rows;

beforeEach(async () => {
  data = await temporaryFolder();
});
afterEach(async () => {
  await serving?.stop('SIGKILL');
  serving = null;
  await data.remove();
});

test('an empty store shows the sample articles, tells which feeds it can not reach, and goes on from there at the next start', async () => {
  const first = await serve();
  const { data: rows } = await get(`${first.url}v1/statements?limit=500`);
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.map(({ speaker }) => speaker?.name)).toContain('Odette Varkanen');
  expect(first.stderr()).toMatch(/17 sample articles stored, 10 public feeds subscribed/);
  await first.printed('BBC News World: could not be read: https://feeds.bbci.co.uk/');
  expect(first.stderr()).toContain('there is no such host');

  const beside = await dateline(['statements', '--data', data.folder, '--limit', '0', '--ndjson']);
  expect(beside.code).toBe(0);
  expect(beside.stdout.trim().split('\n')).toHaveLength(rows.length);

  const ended = await first.stop('SIGTERM');
  expect(ended.code).toBe(0);
  expect(ended.stderr).toContain('Stopped');

  const second = await serve('--no-poll');
  expect(second.stderr()).not.toContain('sample articles');
  expect((await get(`${second.url}v1/statements?limit=500`)).data.map(({ id }) => id)).toEqual(
    rows.map(({ id }) => id),
  );
  expect((await second.stop('SIGINT')).code).toBe(0);
});

test('a subscribed feed is polled in the background, and is there after a SIGKILL', async () => {
  const feed = await serveFeed([FERRY, BAKERY]);
  const added = await dateline(['feeds', 'add', feed.url, '--data', data.folder]);
  expect(added.code).toBe(0);
  const allowed = { DATELINE_ALLOW_HOSTS: '127.0.0.0/8' };
  serving = await startServe(data.folder, [], allowed);
  await serving.printed('Harbour Gazette: 2 new items');
  const rows = (await get(`${serving.url}v1/statements?feed=${feedIdOf(feed.url)}`)).data;
  expect(rows.map(({ speaker }) => speaker?.name)).toEqual(expect.arrayContaining(['Ada Brook', 'Tom Pell']));
  expect((await serving.stop('SIGKILL')).code).toBe(null);

  serving = await startServe(data.folder, ['--no-poll'], allowed);
  expect((await get(`${serving.url}v1/statements?feed=${feedIdOf(feed.url)}`)).data).toEqual(rows);
});

test('a request that names another host is refused', async () => {
  const { url } = await serve('--no-poll');
  const { port } = new URL(url);
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    request({ port, host: '127.0.0.1', path: '/v1/statements', headers: { host: 'rebound.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(421);
});

test('a port that is taken is told, with the way out, before anything is made', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const { code, stderr } = await dateline(['serve', '--data', data.folder, '--port', String(port)]);
  taken.close();
  expect(code).toBe(6);
  expect(stderr).toContain(`port ${port} of 127.0.0.1 is taken`);
  expect(stderr).toContain('--port');
  const { readdir } = await import('node:fs/promises');
  expect(await readdir(data.folder)).toEqual([]);
});
