import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const rooms = ['bin', 'lib', 'lambda', 'local', 'cli'];
const PLANTS: [file: string, imports: string, rule: string][] = [
  ['lambda/parse/planted.ts', '../store/store.ts', 'lambda-parse-imports'],
  ['lambda/model/planted.ts', '../common/hash.ts', 'lambda-model-imports'],
  ['lambda/common/planted.ts', '../store/store.ts', 'lambda-common-imports'],
  ['lambda/api/planted.ts', '../web/planted.ts', 'lambda-api-imports'],
  ['lambda/api/kernel/planted.ts', '../statements/rows.ts', 'lambda-api-kernel-imports'],
  ['lambda/web/planted.ts', '../parse/planted.ts', 'lambda-web-imports'],
  ['lambda/pipeline/planted.ts', '../../cli/main.ts', 'lambda-pipeline-imports'],
  ['lib/planted.ts', '../lambda/model/errors.ts', 'lib-imports'],
  ['local/planted.ts', '../cli/main.ts', 'local-imports'],
];

interface Cruise {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

describe('the import table', () => {
  let copy: string;

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'dateline-architecture-'));
    for (const path of [...rooms, '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      await cp(join(root, path), join(copy, path), { recursive: true });
    }
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  const cruise = async (): Promise<Cruise['summary']['violations']> => {
    const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms];
    const { stdout } = await promisify(execFile)(process.execPath, [command, ...options], {
      cwd: copy,
      maxBuffer: 2 ** 28,
    });
    return (JSON.parse(stdout) as Cruise).summary.violations;
  };

  it('holds, and each planted breach of it is caught', async () => {
    expect(await cruise()).toEqual([]);
    for (const [file, imports] of PLANTS) {
      await mkdir(dirname(join(copy, file)), { recursive: true });
      await writeFile(join(copy, file), `export * from '${imports}';\n`);
    }
    const found = (await cruise()).map(({ from, rule }) => `${from} ${rule.name}`);
    for (const [file, , rule] of PLANTS) expect(found).toContain(`${file} ${rule}`);
  }, 120_000);
});
