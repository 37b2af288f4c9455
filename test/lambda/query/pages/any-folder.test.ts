import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** tsx looks for tsconfig.json in the folder it is started in; the command line is started in any. */
test('pages are rendered whatever the folder is that the process was started in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const script = `
    import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
    register();
    const { ErrorPage } = await import(${JSON.stringify(new URL('../../../../lambda/query/pages/error-page.tsx', import.meta.url))});
    process.stdout.write(String(ErrorPage({ problem: { title: 'Not here', detail: 'gone' } })));`;
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
    });
    expect(stdout).toMatch(/^<!DOCTYPE html><html lang="en">.*<h1>Not here<\/h1><p>gone<\/p>/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
