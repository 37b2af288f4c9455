import { cp, mkdir, mkdtemp, readdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../deploy/processes.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** What an app installs beside the package, and what the construct itself imports. */
const INSTALLED = ['aws-cdk', 'aws-cdk-lib', 'constructs', 'tsx', 'typescript', 'zod', '@types'];

/** Makes a folder with `examples/cdk` and the package of `npm pack` in its node_modules. Other packages are links to those of the project, so that nothing is fetched. */
export async function appFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-app-'));
  const { PATH = '', HOME = '' } = process.env;
  const settings = { env: { PATH, HOME }, cwd: ROOT, timeoutSeconds: 300 };
  await run('npm', ['pack', '--silent', '--pack-destination', folder], settings);
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  const packages = join(folder, 'node_modules');
  await mkdir(join(packages, 'dateline'), { recursive: true });
  const target = join(packages, 'dateline');
  await run('tar', ['xzf', join(folder, archive), '-C', target, '--strip-components', '1'], settings);
  for (const name of INSTALLED) await symlink(join(ROOT, 'node_modules', name), join(packages, name));
  await cp(join(ROOT, 'examples/cdk'), folder, { recursive: true });
  return folder;
}
