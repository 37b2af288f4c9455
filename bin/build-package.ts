import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleFunctions } from '../lib/bundling/function-bundles.ts';

/** Makes `dist/` for the npm package: the construct as JavaScript, its types, and the functions' bundles, so that an app that uses it bundles nothing. */
const ROOT = resolve(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');

rmSync(DIST, { recursive: true, force: true });
const folder = mkdtempSync(join(tmpdir(), 'dateline-package-'));
try {
  for (const { handler, folder: bundle } of await bundleFunctions(folder)) {
    cpSync(bundle, join(DIST, 'functions', handler), { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await build({
  entryPoints: [join(ROOT, 'lib/dateline.ts')],
  outfile: join(DIST, 'dateline.js'),
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
});
const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '--project', join(ROOT, 'tsconfig.package.json')], { stdio: 'inherit' });
