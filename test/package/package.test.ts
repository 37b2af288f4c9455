import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../deploy/processes.ts';
import { appFolder } from './app-folder.ts';

describe('an app that uses the npm package', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await appFolder();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const inFolder = (words: string[], env: Record<string, string> = {}) =>
    run(process.execPath, words, { env: { PATH: process.env.PATH, ...env }, cwd: folder, timeoutSeconds: 300 });

  it('finds the types of the construct', async () => {
    const compiler = join(folder, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    expect(await inFolder([compiler, ...options, '--skipLibCheck', 'app.ts'])).toBe('');
  });

  it('synthesises, with the functions as they were bundled into the package', async () => {
    const printed = await inFolder(['--import', 'tsx', 'app.ts'], { CDK_OUTDIR: join(folder, 'cdk.out') });
    expect(printed).not.toContain('Bundling');
    const { files } = JSON.parse(await readFile(join(folder, 'cdk.out/Newsroom.assets.json'), 'utf8')) as {
      files: Record<string, { source: { path: string; packaging: string } }>;
    };
    const functions = Object.values(files).filter(({ source }) => source.packaging === 'zip');
    expect(functions).toHaveLength(6);
    for (const { source } of functions) {
      const { size } = await stat(join(folder, 'cdk.out', source.path, 'index.mjs'));
      expect(size, source.path).toBeGreaterThan(100_000);
    }
  });

  it('names the handler as Lambda wants it', async () => {
    const template = await readFile(join(folder, 'cdk.out/Newsroom.template.json'), 'utf8');
    const handlers = [...template.matchAll(/"Handler": "([^"]*)"/g)].map(([, name]) => name);
    expect(handlers).toHaveLength(7);
    expect(new Set(handlers)).toEqual(new Set(['index.handler']));
  });

  it('has the command line in the package', async () => {
    const files = await readdir(join(folder, 'node_modules/dateline'));
    expect(files).toEqual(expect.arrayContaining(['bin', 'cli', 'lambda', 'local', 'samples', 'web', 'dist']));
    expect(files).not.toEqual(expect.arrayContaining(['test']));
  });
});
