import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('SECURITY.md', 'utf8');
const named = [...text.matchAll(/\]\((test\/[^)]+)\)/g)].map(([, path = '']) => path);

describe('SECURITY.md', () => {
  it('names tests that there are', () => {
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('shows every defence that it tells of by a test', () => {
    const rows = text.split('\n').filter((line) => /^\| (?!It tries|---)/.test(line));
    expect(rows.length).toBeGreaterThan(12);
    expect(rows.filter((row) => !/\]\(test\//.test(row))).toEqual([]);
  });
});

describe('dependencies', () => {
  const packageJson = JSON.parse(readFileSync('package.json', 'utf8'));
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string; hasInstallScript?: boolean; dev?: boolean }>;
  };
  const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('are pinned to one version each', () => {
    const versions = Object.values({ ...packageJson.dependencies, ...packageJson.devDependencies }) as string[];
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('come from the npm registry, with a hash each', () => {
    const foreign = locked.filter(
      ([, { resolved, integrity }]) =>
        resolved !== undefined && !(resolved.startsWith('https://registry.npmjs.org/') && integrity),
    );
    expect(foreign.map(([path]) => path)).toEqual([]);
  });

  it('run no script at their installation, but for those that are named', () => {
    const scripts = locked
      .filter(([, one]) => one.hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1));
    const allowed = [...Object.keys(packageJson.allowScripts), 'fsevents'];
    expect(scripts.filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
  });
});
