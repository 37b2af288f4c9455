import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ENVIRONMENT } from '../../lambda/model/names.ts';
import { run } from '../deploy/processes.ts';
import { BAKERY, FERRY, serveFeed } from '../lambda/pipeline/feed-server.ts';
import { startServe, temporaryFolder } from '../support/cli.ts';

const { PATH = '' } = process.env;
const hasPython = spawnSync('python3', ['--version']).status === 0;

let data: { folder: string; remove: () => Promise<void> };
beforeEach(async () => {
  data = await temporaryFolder();
});
afterEach(() => data.remove());

/** Runs an example as its first line says; answers what it prints. */
const example = (command: string, words: string[]): Promise<string> =>
  run(command, words, {
    env: { PATH, [ENVIRONMENT.allowHosts]: '127.0.0.0/8' },
    cwd: process.cwd(),
    timeoutSeconds: 60,
  });

test('examples/add-feed.ts adds a feed and prints its statements, a second time too', async () => {
  const feed = await serveFeed([FERRY, BAKERY]);
  const words = ['--import', 'tsx', 'examples/add-feed.ts', data.folder, feed.url];
  const printed = await example(process.execPath, words);
  expect(printed).toMatch(/^\d{4}-\d\d-\d\dT\S+ {2}\p{L}.*: .+$/mu);
  expect(await example(process.execPath, words)).toBe(printed);
});

test.skipIf(!hasPython)('examples/statements.py prints what a speaker said (skipped without python3)', async () => {
  const serving = await startServe(data.folder, ['--no-poll']);
  try {
    const printed = await example('python3', ['examples/statements.py', serving.url, 'varkanen']);
    const rows = (await (await fetch(`${serving.url}v1/statements?speaker=varkanen`)).json()) as {
      data: { saidAt: string; text: string }[];
    };
    expect(rows.data.length).toBeGreaterThan(1);
    expect(printed.trim().split('\n')).toEqual(
      rows.data.map(({ saidAt, text }) => `${saidAt} Odette Varkanen: ${text}`),
    );
  } finally {
    await serving.stop('SIGTERM');
  }
});
