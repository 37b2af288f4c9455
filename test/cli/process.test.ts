import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { datelineProcess, temporaryFolder } from '../support/cli.ts';

const SAMPLE = new URL('../../samples/sample-feed.xml', import.meta.url).pathname;

let data: { folder: string; remove: () => Promise<void> };
beforeAll(async () => {
  data = await temporaryFolder();
});
afterAll(() => data.remove());

test.each([
  [['--help'], 0, /^Usage: dateline/, /^$/],
  [['feedz'], 2, /^$/, /Did you mean feeds\?/],
  [['show', 'nothing'], 3, /^$/, /^error: the folder .* holds no store/],
])('%j as a process of its own', async (words, code, stdout, stderr) => {
  const ended = await datelineProcess(words, { env: { DATELINE_DATA: data.folder } });
  expect(ended.stdout).toMatch(stdout);
  expect(ended.stderr).toMatch(stderr);
  expect(ended.code).toBe(code);
});

test('a document on stdin is stored by one process and asked by the next, in the folder that the environment names', async () => {
  const env = { DATELINE_DATA: data.folder };
  const stored = await datelineProcess(['ingest', '-'], { env, input: await readFile(SAMPLE, 'utf8') });
  expect(stored).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('17 new') });
  const found = await datelineProcess(['statements', '--speaker', 'rosenfalk', '--limit', '1', '--csv'], { env });
  expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining('Annika Rosenfalk') });
});
