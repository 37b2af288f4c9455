import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateline, temporaryFolder } from '../support/cli.ts';

let data: { folder: string; remove: () => Promise<void> };
let client: Client;
beforeAll(async () => {
  data = await temporaryFolder();
  const { code } = await dateline(['ingest', 'samples/sample-feed.xml', '--data', data.folder]);
  expect(code).toBe(0);
  client = new Client({ name: 'test', version: '1' });
  const args = ['bin/dateline.js', 'mcp', '--data', data.folder];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
});
afterAll(async () => {
  await client.close();
  await data.remove();
});

/** The answer of a tool: its text, its data, and whether it is an error. */
async function call(name: string, input: Record<string, unknown> = {}) {
  const answer = await client.callTool({ name, arguments: input });
  const [first] = answer.content as { text: string }[];
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  return { text: first?.text ?? '', data: answer.structuredContent as any, isError: answer.isError === true };
}

test('the tools are listed, each with what it takes, and none writes', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    ...['search_statements', 'read_article', 'list_speakers', 'list_coming_dates', 'feed_status'],
  ]);
  for (const { annotations, description } of tools) {
    expect(annotations?.readOnlyHint).toBe(true);
    expect(description).not.toBe('');
  }
  const [search] = tools;
  expect(Object.keys(search?.inputSchema.properties ?? {})).toEqual(
    expect.arrayContaining(['q', 'speaker', 'from', 'to', 'role', 'source', 'saying', 'limit']),
  );
});

test('statements are found by a filter, each with its citation and link', async () => {
  const { text, data: found } = await call('search_statements', { speaker: 'Beatrix Colm', limit: 2 });
  expect(found.data).toHaveLength(2);
  expect(found.more).toBe(true);
  expect(text).toMatch(/^Beatrix Colm, .*: .* In: “.*”, .*, https:\/\/\S+\.$/m);
  expect(text).toContain(`statement ${found.data[0].id} of article ${found.data[0].itemId}`);
});

test('an article is read with the places of its statements', async () => {
  const { data: found } = await call('search_statements', { limit: 1 });
  const [statement] = found.data;
  const { text, data: article } = await call('read_article', { id: statement.itemId });
  expect(article.statements.length).toBeGreaterThan(0);
  const { start, end, text: words } = article.statements.find(({ id }: { id: string }) => id === statement.id);
  expect(article.contentText.slice(start, end)).toContain(words.slice(0, 10));
  expect(text).toContain(`[${start}–${end}]`);
});

test('speakers, coming dates and feeds are listed', async () => {
  expect((await call('list_speakers', { q: 'varkanen' })).text).toMatch(/^Odette Varkanen, .*: \d+ statements/);
  const dates = await call('list_coming_dates', { from: '2026-01-01', limit: 3 });
  expect(dates.text).toMatch(/^\d{4}-\d\d-\d\d: .+\nIn: “.+”, .+, https:/m);
  expect((await call('feed_status')).text).toMatch(/^.+ \(https?:.+\): paused, last read /);
});

test.each([
  ['search_statements', { limit: 0 }, /limit/],
  ['search_statements', { from: 'someday' }, /from/],
  ['search_statements', { type: 'shouted' }, /type/],
  ['read_article', { id: 'nothing-like-this' }, /unknown-item: no item has the id nothing-like-this/],
  ['read_article', {}, /id/],
  ['feed_status', { status: 'purple' }, /status/],
])('%s with %j is refused, and the answer says why', async (name, input, reason) => {
  const { text, isError } = await call(name, input);
  expect(isError).toBe(true);
  expect(text).toMatch(reason);
});
