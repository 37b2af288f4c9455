import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BAKERY, FERRY, serveFeed } from '../lambda/pipeline/feed-server.ts';
import { dateline, type Ended, temporaryFolder } from '../support/cli.ts';

let data: { folder: string; remove: () => Promise<void> };
const run = (...words: string[]): Promise<Ended> =>
  dateline([...words, '--data', data.folder], { env: { DATELINE_ALLOW_HOSTS: '127.0.0.0/8' } });

beforeEach(async () => {
  data = await temporaryFolder();
});
afterEach(() => data.remove());

/** A site whose page names one feed. */
async function site() {
  const feed = await serveFeed([FERRY, BAKERY]);
  const home = await serveFeed([]);
  home.answer = {
    status: 200,
    body: `<html><head><link rel="alternate" type="application/rss+xml" href="${feed.url}"><link rel="alternate" type="application/rss+xml" title="Sport" href="/sport"></head></html>`,
  };
  return { feed, home };
}

test('a site’s address subscribes its feed, by its own name, once', async () => {
  const { feed, home } = await site();
  const added = await run('feeds', 'add', home.url);
  expect(added.code).toBe(0);
  expect(added.stdout).toMatch(/^[a-zA-Z][0-9a-zA-Z]{15} {2}Harbour Gazette\n$/);
  expect(added.stderr).toContain(`leads to the feed ${feed.url}`);
  expect(added.stderr).toContain('Sport');
  expect((await run('feeds', 'add', feed.url)).stderr).toContain('subscribed already');
  expect((await run('poll')).stderr).toContain('2 new items');
});

test('a page without a feed is refused with what to do, unless it is taken unchecked', async () => {
  const home = await serveFeed([]);
  home.answer = { status: 200, body: '<html><p>Under the bridge.</p></html>' };
  const refused = await run('feeds', 'add', home.url);
  expect(refused.code).toBe(4);
  expect(refused.stderr).toContain('--unchecked');
  expect((await run('feeds', 'add', home.url, '--unchecked')).code).toBe(0);
});

test('a server that does not answer is told, and its feed subscribed; one with a password in its address never', async () => {
  const late = await run('feeds', 'add', 'http://127.0.0.1:1/feed');
  expect(late).toMatchObject({ code: 0, stderr: expect.stringContaining('could not be asked now') });
  const secret = await run('feeds', 'add', 'http://reader:secret@127.0.0.1:1/feed');
  expect(secret.code).toBe(4);
  expect(secret.stderr).toContain('password');
  expect(secret.stderr + secret.stdout).not.toContain('secret@');
});

test('feeds test shows all steps and stores nothing', async () => {
  const { feed, home } = await site();
  const good = await dateline(['feeds', 'test', feed.url], { env: { DATELINE_ALLOW_HOSTS: '127.0.0.1' } });
  expect(good.code).toBe(0);
  for (const line of [/^ask +GET http/m, /> user-agent: Dateline/, /^answer +200/m, /^format +rss/m, /^entries +2/m]) {
    expect(good.stdout).toMatch(line);
  }
  expect(good.stdout).toMatch(/^statement +Ada Brook: We never gave up on her/m);
  const other = await dateline(['feeds', 'test', home.url, '--json'], { env: { DATELINE_ALLOW_HOSTS: '127.0.0.1' } });
  expect(other.code).toBe(4);
  expect(JSON.parse(other.stdout)).toMatchObject({
    error: { code: 'not-a-feed' },
    discovered: [{ url: feed.url }, {}],
  });
  const refused = await dateline(['feeds', 'test', feed.url]);
  expect(refused.code).toBe(6);
  expect(refused.stdout).toContain('private-address');
  expect((await run('feeds', 'list')).stderr).toContain('holds no store');
});

test('list and log tell in words since when a feed fails, and what can be done', async () => {
  const feed = await serveFeed([FERRY]);
  await run('feeds', 'add', feed.url, '--title', 'Gazette');
  await run('poll');
  feed.answer = { status: 410 };
  await run('poll', 'Gazette');
  const list = await run('feeds', 'list');
  expect(list.stdout).toContain('gone for good since');
  expect(list.stdout).toContain('dateline feeds remove');
  const log = await run('feeds', 'log', 'Gazette');
  expect(log.stdout).toContain('1 new item');
  expect(log.stdout).toContain('was ok; ');
  expect(log.stdout).toContain('gone for good (410)');
  expect(log.stderr).toContain('Gazette: gone for good since');
});

test('a moved feed is known by both its addresses, and goes out and in as OPML without doubling', async () => {
  const [old, moved] = [await serveFeed([]), await serveFeed([FERRY])];
  await run('feeds', 'add', old.url, '--title', 'Gazette', '--unchecked');
  old.answer = { status: 301, headers: { Location: moved.url } };
  await run('poll', 'Gazette');
  expect((await run('poll', 'Gazette')).stderr).toContain(`it has moved to ${moved.url}`);
  expect((await run('feeds', 'log', moved.url)).stdout).toContain('moved for good');
  expect((await run('feeds', 'log', old.url)).stdout).toContain('moved for good');
  expect((await run('feeds', 'add', moved.url)).stderr).toContain('subscribed already');
  const file = join(data.folder, 'out.opml');
  await writeFile(file, (await run('feeds', 'export')).stdout);
  expect((await run('feeds', 'import', file)).stderr).toContain('0 feeds subscribed, 1 known before');
});

test('import names each bad line', async () => {
  const file = join(data.folder, 'mixed.opml');
  const lines = [
    '<opml><body>',
    '<outline type="rss" text="Nowhere"/>',
    '<outline text="Folder">',
    '<outline type="rss" xmlUrl="ftp://old.example/f"/>',
    '<outline type="rss" xmlUrl="https://fine.example/f"/>',
    '</outline>',
    '<outline type="rss" xmlUrl="https://me:secret@fine.example/g"/>',
    '</body></opml>',
  ];
  await writeFile(file, lines.join('\n'));
  const { code, stderr } = await run('feeds', 'import', file);
  expect(code).toBe(5);
  expect(stderr).toContain('refused, line 2: the feed "Nowhere" has no address');
  expect(stderr).toContain('refused, line 4: "ftp://old.example/f"');
  expect(stderr).toContain('refused, line 7:');
  expect(stderr).not.toContain('secret');
  expect(stderr).toContain('1 feeds subscribed, 0 known before, 3 refused');
});

test('remove keeps the items, and --purge takes them, too', async () => {
  const feed = await serveFeed([FERRY, BAKERY]);
  await run('feeds', 'add', feed.url);
  await run('poll');
  await run('feeds', 'remove', feed.url);
  expect(JSON.parse((await run('items', '--json')).stdout)).toHaveLength(2);
  await run('feeds', 'add', feed.url);
  expect((await run('feeds', 'remove', feed.url, '--purge')).stderr).toContain('and 2 items');
  expect(JSON.parse((await run('items', '--json')).stdout)).toEqual([]);
  expect(JSON.parse((await run('statements', '--json')).stdout)).toEqual([]);
});

test('import refuses what a list says of private places, unless it is called one’s own', async () => {
  const feed = await serveFeed([FERRY]);
  const file = join(data.folder, 'list.opml');
  const { host } = new URL(feed.url);
  await writeFile(
    file,
    `<opml><body><outline xmlUrl="feed://${host}/feed.xml"/>\n<outline type="link" url="x"/></body></opml>`,
  );
  const refused = await run('feeds', 'import', file);
  expect([refused.code, refused.stderr]).toEqual([5, expect.stringContaining('line 1: ')]);
  expect(refused.stderr).toContain('lies in a private place');
  expect(refused.stderr).toContain('line 2: the outline "x" is a link');
  const own = await run('feeds', 'import', file, '--private');
  expect(own.stderr).toContain('1 feeds subscribed, 0 known before, 1 refused');
});

test.each([
  ['feed:', (url: string) => `feed:${url}`],
  ['feed://', (url: string) => url.replace('http:', 'feed:')],
  ['no scheme', (url: string) => url.replace('http://', '')],
])('add takes an address with %s', async (_name, write) => {
  const feed = await serveFeed([FERRY]);
  expect((await run('feeds', 'add', write(feed.url))).code).toBe(0);
  const [added] = JSON.parse((await run('feeds', 'list', '--json')).stdout);
  expect(added).toMatchObject({ url: feed.url, title: 'Harbour Gazette' });
});

test('feeds of a folder or with a tag are changed together', async () => {
  const add = (name: string, ...words: string[]) =>
    run('feeds', 'add', `http://127.0.0.1:1/${name}`, '--unchecked', '--title', name, ...words);
  await add('Post', '--folder', 'Press');
  await add('Mail', '--folder', 'Press/Local', '--tag', 'fast');
  await add('Blog', '--folder', 'Pressing', '--tag', 'fast');
  const inFolder = await run('feeds', 'set', '--in-folder', 'Press', '--poll-minutes', '10');
  expect(inFolder.stderr.match(/^(Post|Mail|Blog).*polled every 10 minutes/gm)).toHaveLength(2);
  const tagged = await run('feeds', 'set', 'Post', '--with-tag', 'fast', '--poll-minutes', 'auto');
  expect(tagged.stderr.match(/^(Post|Mail|Blog).*polled when it is due/gm)).toHaveLength(3);
  const nobody = await run('feeds', 'set', '--with-tag', 'slow', '--pause');
  expect(nobody).toMatchObject({ code: 3, stderr: expect.stringContaining('no feed is meant') });
  expect((await run('feeds', 'set', '--pause')).code).toBe(2);
  const refused = await run('feeds', 'set', 'Post', '--poll-minutes', '2');
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--poll-minutes') });
  expect((await run('feeds', 'set', 'Post', '--poll-minutes', 'often')).code).toBe(2);
});
