import { expect, test } from 'vitest';
import { dateline } from '../support/cli.ts';

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const FEED =
  '<rss version="2.0"><channel><title>Lea Times</title><item><title>One</title><link>/one</link></item></channel></rss>';

test('extract --ndjson answers line by line, in order; a bad line ends nothing', async () => {
  const text = '“The bridge\u2028is safe,” said Mayor Ada Marlowe on Monday.';
  const input = [
    JSON.stringify({ id: 'a', text, publishedAt: '2026-05-01' }),
    '{"id":"broken"',
    '',
    '[1]',
    JSON.stringify({ id: 'no text' }),
    JSON.stringify({ id: 5, text: '' }),
  ].join('\r\n');
  const { code, stdout } = await dateline(['extract', '--ndjson'], { input });
  expect(code).toBe(0);
  const [first, broken, array, noText, empty] = lines(stdout);
  expect(first).toMatchObject({ id: 'a', statements: [{ type: 'direct', speaker: { name: 'Ada Marlowe' } }] });
  const { start, end } = first.statements[0];
  expect(text.slice(start, end)).toContain('is safe');
  expect(broken).toMatchObject({ id: null, error: { code: 'not-json' } });
  expect(array).toMatchObject({ id: null, error: { code: 'not-an-object' } });
  expect(noText).toMatchObject({
    id: 'no text',
    error: { code: 'bad-line', message: expect.stringContaining('text') },
  });
  expect(empty).toMatchObject({ id: 5, statements: [], dates: [] });
});

test('parse --ndjson reads documents and files, and resolves links', async () => {
  const sample = new URL('../../samples/sample-feed.xml', import.meta.url).pathname;
  const input = [
    { id: 1, content: FEED, url: 'https://lea.example/feed', headers: { 'Content-Type': 'text/xml' } },
    { id: 2, file: sample },
    { id: 3, file: '/no/such/file' },
    { id: 4, content: 'plain words' },
    { id: 5, content: FEED, file: sample },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n');
  const { code, stdout } = await dateline(['parse', '--ndjson'], { input });
  expect(code).toBe(0);
  const [one, two, three, four, five] = lines(stdout);
  expect(one).toMatchObject({ id: 1, feed: { title: 'Lea Times' }, items: [{ url: 'https://lea.example/one' }] });
  expect(two.items).toHaveLength(17);
  expect(three).toMatchObject({
    id: 3,
    error: { code: 'unreadable-file', message: expect.stringContaining('/no/such/file') },
  });
  expect(four).toMatchObject({ id: 4, error: { code: 'not-a-feed' } });
  expect(five).toMatchObject({ id: 5, error: { code: 'bad-line' } });
});

test('a reader that has seen enough ends the filter without a word', async () => {
  const { spawn } = await import('node:child_process');
  const bin = new URL('../../bin/dateline.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [bin, 'extract', '--ndjson']);
  let told = '';
  child.stderr.on('data', (chunk) => {
    told += chunk;
  });
  child.stdin.on('error', () => undefined);
  const closed = new Promise((resolve) => child.once('close', resolve));
  const line = `${JSON.stringify({ id: 1, text: '“Yes,” said Ada Marlowe. '.repeat(50) })}\n`;
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.end(line.repeat(500));
  expect(await closed).toBe(0);
  expect(told).toBe('');
});

test('extract reads a file or stdin, for people and as JSON', async () => {
  const input = 'OLD HARBOUR, May 5 - The ferry is back. “She sails again on 9 June,” said harbour master Ada Brook.';
  const people = await dateline(['extract', '-', '--published-at', '2026-05-05'], { input });
  expect(people.stdout).toMatch(/place: OLD HARBOUR[\s\S]*Ada Brook[\s\S]*2026-06-09/);
  const { stdout } = await dateline(['extract', '-', '--json', '--published-at', '2026-05-05'], { input });
  const { dateline: opening, statements } = JSON.parse(stdout);
  expect(opening.place).toBe('OLD HARBOUR');
  expect(input.slice(statements[0].start, statements[0].end)).toContain('She sails again');
});

test.each([
  [['extract', '/no/such/file'], '', 4, "/no/such/file can't be read: there is no such file"],
  [['extract', '/'], '', 4, 'it is a folder'],
  [['extract', '-'], '  \n', 4, 'has no text'],
  [['extract', '-', '--published-at', 'soon'], 'words', 2, '--published-at soon'],
  [['parse', '-'], 'plain words', 4, 'not a feed that can be read'],
])('%j is told', async (words, input, exit, told) => {
  const { code, stdout, stderr } = await dateline(words, { input });
  expect(stderr).toContain(told);
  expect([code, stdout]).toEqual([exit, '']);
});
