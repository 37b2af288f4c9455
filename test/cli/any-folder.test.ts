import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedIdOf } from '../../lambda/common/feed-id.ts';
import { SAMPLE_FEED_URL } from '../../local/first-run.ts';
import { datelineProcess, type ServeProcess, startServe, temporaryFolder } from '../support/cli.ts';

/** Somebody else's project, whose settings would give React's JSX, and names of its own for modules. */
const FOREIGN = { compilerOptions: { jsx: 'react', jsxImportSource: 'react', paths: { zod: ['./nothing.ts'] } } };

let data: { folder: string; remove: () => Promise<void> };
let elsewhere: string;
let serving: ServeProcess;
beforeAll(async () => {
  data = await temporaryFolder();
  elsewhere = join(data.folder, 'elsewhere');
  await mkdir(elsewhere);
  await writeFile(join(elsewhere, 'tsconfig.json'), JSON.stringify(FOREIGN));
  serving = await startServe(join(data.folder, 'store'), ['--no-poll'], {}, elsewhere);
});
afterAll(async () => {
  await serving?.stop('SIGTERM');
  await data.remove();
});

test('every page is answered by a server that was started in another folder', async () => {
  const answer = await fetch(`${serving.url}v1/statements?speaker=illingreve&limit=1`);
  const { data: rows } = (await answer.json()) as { data: { id: string; itemId: string; speaker: { id: string } }[] };
  const [statement] = rows;
  const article = `articles/${statement?.itemId}`;
  const feed = `feeds/${feedIdOf(SAMPLE_FEED_URL)}`;
  const pages = ['', article, `${article}/statements/${statement?.id}`, `speakers/${statement?.speaker.id}`];
  for (const page of [...pages, 'dates', 'feeds', feed, 'try', 'style.css', 'script.js', 'openapi.json']) {
    const { status } = await fetch(serving.url + page);
    expect([page, status]).toEqual([page, 200]);
  }
  const missing = await fetch(`${serving.url}nothing`);
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('nothing is at /nothing')]);
  const tried = await fetch(`${serving.url}try`, {
    method: 'POST',
    body: new URLSearchParams({ text: 'The ferry is back, said Ada Brook, the mayor.' }),
  });
  expect(await tried.text()).toContain('Ada Brook');
});

test.each([
  [['statements', '--speaker', 'illingreve', '--limit', '1'], /Tomas Illingreve/],
  [['extract', '-'], /Ada Brook/],
  [['parse', '-'], /"entries"|"title"|Kessel/],
])('%j runs in another folder', async (words, wanted) => {
  const input =
    words[0] === 'parse' ? '<rss><channel><title>Kessel</title></channel></rss>' : 'It ran, said Ada Brook.';
  const env = { DATELINE_DATA: join(data.folder, 'store') };
  const { code, stdout, stderr } = await datelineProcess(words, { cwd: elsewhere, input, env });
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  expect(stdout).toMatch(wanted);
});
