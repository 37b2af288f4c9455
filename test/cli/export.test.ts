import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportPages } from '../../cli/export-pages.ts';
import { createQueryClient } from '../../cli/query-client.ts';
import { captureTerminal } from '../support/capture-terminal.ts';
import { dateline, temporaryFolder } from '../support/cli.ts';
import { type MemoryStore, openMemoryStore } from '../support/memory-store.ts';
import { articleAt } from '../support/sample-bundle.ts';

const SAMPLE = new URL('../../samples/sample-feed.xml', import.meta.url).pathname;
let data: { folder: string; remove: () => Promise<void> };
const run = (...words: string[]) => dateline([...words, '--data', data.folder]);
const linesOf = (text: string) => text.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []));

beforeAll(async () => {
  data = await temporaryFolder();
  await run('ingest', SAMPLE);
});
afterAll(() => data.remove());

describe('dateline export', () => {
  test('writes every statement with the sentence around it, and tells that it is all of them', async () => {
    const all = linesOf((await run('statements', '--limit', '0', '--ndjson')).stdout);
    const { code, stdout, stderr } = await run('export');
    const exported = linesOf(stdout);
    expect(code).toBe(0);
    expect(exported.map(({ context: _, reading: __, ...row }) => row)).toEqual(all);
    const read = exported.filter(({ reading }) => reading !== undefined);
    expect(read.length).toBeGreaterThan(0);
    for (const { cue, reading, text } of read)
      expect([reading.startsWith(cue.text), reading.endsWith(text)]).toEqual([true, true]);
    expect(exported.every(({ context, text }) => context.length >= Math.min(text.length, 20))).toBe(true);
    expect(stderr).toContain(`${all.length} statements exported: all that there are.`);
  });

  test.each(['statements', 'items', 'feeds'])('of %s holds the same as CSV and as NDJSON', async (list) => {
    const rows = linesOf((await run('export', list)).stdout);
    const csv = parseCsv((await run('export', list, '--format', 'csv')).stdout, { columns: true }) as { id: string }[];
    expect(rows.length).toBeGreaterThan(0);
    // An id that begins with a dash is guarded from spreadsheets as any other cell.
    expect(csv.map(({ id }) => id.replace(/^'/, ''))).toEqual(rows.map(({ id }) => id));
  });

  test('takes the filters of the lists, and names those that a list does not have', async () => {
    const found = linesOf((await run('export', '--speaker', 'varkanen', '--type', 'direct')).stdout);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ speaker }) => speaker.name))).toEqual(new Set(['Odette Varkanen']));
    const refused = await run('export', 'feeds', '--speaker', 'varkanen');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--speaker: there is no such')]);
    expect((await run('export', 'articles')).code).toBe(2);
    expect((await run('export', '--cursor', 'x')).stderr).toContain('--cursor: this is not a cursor');
  });
});

describe('pages of an export', () => {
  let memory: MemoryStore;
  beforeAll(async () => {
    memory = await openMemoryStore();
    for (let n = 0; n < 5; n++) await memory.store.items.save(articleAt(n, n));
  });
  afterAll(() => memory.close());
  const plan = { url: '/v1/items?format=ndjson&limit=2', noun: 'items', columns: ['id', 'title'], continued: false };

  test('that break off tell the cursor, and go on with it to the same end', async () => {
    const { page } = await createQueryClient(memory.store);
    const whole = captureTerminal();
    await exportPages(plan, page, whole);
    const broken = captureTerminal();
    let pages = 0;
    const failing = exportPages(
      plan,
      async (url) => {
        if (pages++ === 2) throw new Error('the line is cut');
        return page(url);
      },
      broken,
    );
    const error = await failing.then(
      () => null,
      (thrown: { message: string; hint: string }) => thrown,
    );
    expect(error?.message).toBe('the line is cut, after 4 items');
    const cursor = /--cursor (\S+)/.exec(error?.hint ?? '')?.[1] ?? '';
    await exportPages({ ...plan, url: `${plan.url}&cursor=${cursor}`, continued: true }, page, broken);
    expect(broken.stdout()).toBe(whole.stdout());
    expect(parseCsv(whole.stdout())).toHaveLength(6);
  });
});

describe('an export from a server elsewhere', () => {
  let server: Server;
  let base: string;
  const asked: string[] = [];
  beforeAll(async () => {
    let busy = 2;
    server = createServer((request, response) => {
      asked.push(`${request.headers.authorization} ${request.url}`);
      if (request.headers.authorization !== 'Bearer right-key') {
        response.writeHead(401, { 'Content-Type': 'application/problem+json' });
        return response.end('{"code":"key-refused","detail":"this key is not known"}');
      }
      if (busy-- > 0) return response.writeHead(429, { 'Retry-After': '0' }).end();
      const first = !request.url?.includes('cursor');
      if (first) response.setHeader('Link', '</v1/items?cursor=next>; rel="next"');
      return response.end(`{"id":"${first ? 'a' : 'b'}"}\n`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  test('sends its key, waits where it is asked to, and follows the pages', async () => {
    const env = { DATELINE_KEY: 'right-key' };
    const { code, stdout, stderr } = await dateline(['export', 'items', '--url', base], { env });
    expect([code, stdout]).toEqual([0, '{"id":"a"}\n{"id":"b"}\n']);
    expect(stderr).toContain('2 items exported');
    expect(asked).toHaveLength(4);
  });

  test('tells what the server refuses', async () => {
    const { code, stderr } = await dateline(['export', 'items', '--url', base]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/this key is not known[\s\S]*DATELINE_KEY/);
    expect((await dateline(['export', '--url', 'http://127.0.0.1:1'])).code).toBe(6);
  });
});
