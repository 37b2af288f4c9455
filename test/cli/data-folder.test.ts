import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dateline, datelineProcess, startServe, temporaryFolder } from '../support/cli.ts';

const FEED = '<rss version="2.0"><channel><title>Quay News</title></channel></rss>';
const OPML = '<opml version="2.0"><body><outline text="Quay" xmlUrl="https://quay.example/feed"/></body></opml>';

let base: { folder: string; remove: () => Promise<void> };
beforeEach(async () => {
  base = await temporaryFolder();
});
afterEach(() => base.remove());

describe('a folder that is not there', () => {
  const READING = [
    ...[['statements'], ['items'], ['speakers'], ['dates'], ['export'], ['show', 'abcd'], ['doctor'], ['poll']],
    ...[['reprocess'], ['feeds', 'list'], ['feeds', 'export'], ['feeds', 'remove', 'x'], ['feeds', 'log', 'x']],
    ...[
      ['feeds', 'set', 'x', '--title', 'y'],
      ['keys', 'list'],
      ['keys', 'revoke', 'x'],
      ['corrections', 'list'],
    ],
    ...[
      ['speakers', 'merge', 'x', 'y'],
      ['speakers', 'variants'],
    ],
  ];

  test.each(READING.map((words) => [words]))('is named, and not made, by %j', async (words) => {
    const folder = join(base.folder, 'mistyped');
    const { code, stdout, stderr } = await dateline([...words, '--data', folder]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`there is no folder ${folder}`);
    expect(stderr).toContain('--data');
    expect(await readdir(base.folder)).toEqual([]);
  });

  test.each([
    [['feeds', 'add', 'https://quay.example/feed', '--paused'], ''],
    [['feeds', 'import', '-'], OPML],
    [['ingest', '-'], FEED],
    [['keys', 'create', 'desk'], ''],
  ])('is made by %j, which says so once', async (words, input) => {
    const folder = join(base.folder, 'several', 'deep');
    const first = await dateline([...words, '--data', folder], { input });
    expect([first.code, first.stderr]).toEqual([0, expect.stringContaining(`New store in ${folder}.`)]);
    const again = await dateline(['feeds', 'add', 'https://other.example/', '--paused', '--data', folder]);
    expect([again.code, again.stderr]).toEqual([0, expect.not.stringContaining('New store')]);
  });
});

test('a folder of something else is named as one without a store, and left alone', async () => {
  await writeFile(join(base.folder, 'letter.txt'), 'Dear desk');
  const { code, stderr } = await dateline(['statements', '--data', base.folder]);
  expect([code, stderr]).toEqual([3, expect.stringContaining(`the folder ${base.folder} holds no store`)]);
  expect(await readdir(base.folder)).toEqual(['letter.txt']);
});

describe('a place where no folder can be', () => {
  test.runIf(process.platform === 'linux').each([
    ['/proc/nope', 'it can not be made there'],
    ['/proc/nope/deeper', 'it can not be made there'],
  ])('%s is told at once, by whoever would make it', async (folder, reason) => {
    for (const words of [
      ['serve', '--port', '0'],
      ['keys', 'create', 'desk'],
    ]) {
      const { code, stderr } = await datelineProcess([...words, '--data', folder]);
      expect([code, stderr]).toEqual([6, expect.stringContaining(`${folder} can't be used: ${reason}`)]);
    }
  });

  test('behind a file is told with its reason', async () => {
    const file = join(base.folder, 'file');
    await writeFile(file, '');
    for (const words of [['serve', '--port', '0'], ['keys', 'create', 'desk'], ['statements']]) {
      const { code, stderr } = await dateline([...words, '--data', join(file, 'data')]);
      expect([code, stderr]).toEqual([6, expect.stringContaining('it is a file, or lies in one')]);
    }
  });
});

test('a server of another folder tells how other terminals read it', async () => {
  const folder = join(base.folder, "Ada's data");
  const serving = await startServe(folder, ['--no-poll']);
  await serving.printed('Ctrl-C stops');
  const [, setting = ''] = /export (DATELINE_DATA=.*)/.exec(serving.stderr()) ?? [];
  const shell = spawn('sh', ['-c', `${setting}; printf %s "$DATELINE_DATA"`]);
  let read = '';
  shell.stdout.on('data', (text) => {
    read += text;
  });
  await once(shell, 'close');
  expect(read).toBe(resolve(folder));
  await serving.stop('SIGTERM');
});

test('TERM to `npm start` ends the server, which closes its store', async () => {
  const folder = join(base.folder, 'data');
  await mkdir(folder);
  const root = new URL('../../', import.meta.url).pathname;
  const words = ['start', '--', '--no-poll', '--port', '0', '--data', folder];
  const npm = spawn('npm', words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on('data', (text) => {
      output += text;
    });
  }
  // The server holds the streams, so that they close when it ends, not when npm does.
  const closed = once(npm, 'close');
  while (!output.includes('Ctrl-C stops'))
    await Promise.race([once(npm.stdout, 'data'), once(npm.stderr, 'data'), closed]);
  npm.kill('SIGTERM');
  await closed;
  expect(output).toContain('Stopped; the next start goes on from here.');
  expect((await dateline(['feeds', 'list', '--data', folder])).code).toBe(0);
});
