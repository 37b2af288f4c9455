import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENVIRONMENT } from '../../lambda/model/names.ts';
import { DatelineStack } from '../../lib/dateline-stack.ts';
import { SETTINGS } from './synth.ts';

const run = promisify(execFile);
const LARGEST_BYTES = 1_500_000;

// What the functions are told when they are deployed; nothing is reached by loading them.
const settings = {
  [ENVIRONMENT.table]: 'records',
  [ENVIRONMENT.queueUrl]: 'http://127.0.0.1:1/000000000000/feeds.fifo',
  [ENVIRONMENT.retentionDays]: '90',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
};

describe('the bundles', () => {
  let folder: string;
  const bundles: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-bundles-'));
    const app = new App({ outdir: folder });
    new DatelineStack(app, SETTINGS);
    app.synth();
    const assets = (await readdir(folder)).filter((name) => name.startsWith('asset.'));
    bundles.push(...assets.map((name) => join(folder, name)));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are four, small, and load on Node alone, without the packages of this project', async () => {
    expect(bundles).toHaveLength(4);
    for (const bundle of bundles) {
      const file = join(bundle, 'index.mjs');
      expect((await stat(file)).size).toBeLessThan(LARGEST_BYTES);
      const load = `const { handler } = await import(${JSON.stringify(file)}); console.log(typeof handler); process.exit()`;
      const env = { PATH: process.env.PATH, LAMBDA_TASK_ROOT: bundle, ...settings };
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', load], { cwd: bundle, env });
      expect(stdout.trim()).toBe('function');
    }
  }, 60_000);

  it('refuse to start without their settings', async () => {
    for (const bundle of bundles) {
      const load = `await import(${JSON.stringify(join(bundle, 'index.mjs'))})`;
      const env = { PATH: process.env.PATH, LAMBDA_TASK_ROOT: bundle };
      const start = run(process.execPath, ['--input-type=module', '-e', load], { cwd: bundle, env });
      await expect(start).rejects.toThrow(/DATELINE_TABLE must be the name of the table, but is missing/);
    }
  }, 60_000);
});
