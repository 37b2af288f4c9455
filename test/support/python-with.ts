import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../deploy/processes.ts';

const { PATH = '' } = process.env;

/** A package of PyPI; `version` is exact. */
export interface PythonPackage {
  name: string;
  version: string;
  /** What else of it is installed, as `server`. */
  extra?: string;
}

/** Answers a python that has the pinned package: the one on the PATH, else one in the temporary folder, made if need be. */
export async function pythonWith(
  { name, version, extra }: PythonPackage,
  say: (text: string) => void,
): Promise<string> {
  const settings = { env: { PATH }, cwd: tmpdir(), timeoutSeconds: 240 };
  const asked = `import importlib.metadata; print(importlib.metadata.version("${name}"))`;
  const has = async (python: string): Promise<boolean> => {
    const found = await run(python, ['-c', asked], settings).catch(() => '');
    return found.trim() === version;
  };
  if (await has('python3')) return 'python3';
  const folder = join(tmpdir(), `dateline-${name}-${version}`);
  const python = join(folder, 'bin', 'python');
  // The temporary folder is everyone's: what another user put there is not run.
  const owner = await stat(folder).then(
    ({ uid }) => uid,
    () => null,
  );
  if (owner !== null && owner !== process.getuid?.()) throw new Error(`${folder} belongs to another user; remove it`);
  if (owner !== null && (await has(python))) return python;
  say(`installing ${name} ${version} from PyPI into ${folder}`);
  const home = { ...settings, env: { ...proxies(), PATH, HOME: folder } };
  await run('python3', ['-m', 'venv', '--clear', folder], home);
  await run(python, ['-m', 'pip', 'install', '--quiet', `${name}${extra ? `[${extra}]` : ''}==${version}`], home);
  return python;
}

/** Package registries may only be reachable through a proxy; nothing else here gets to know of it. */
function proxies(): NodeJS.ProcessEnv {
  const names = /^(https?_proxy|no_proxy|pip_.*|ssl_cert_file|requests_ca_bundle)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => names.test(name)));
}
