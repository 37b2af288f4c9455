import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('SECURITY.md', 'utf8');
const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '0BSD',
]);
/** Of tools, which are not passed on. */
const FOR_WORK = new Set(['Unlicense', 'MPL-2.0', 'MIT OR Apache-2.0', '(MIT OR GPL-3.0-or-later)']);

/** Links to tests: the file's name, the test's, and the path. */
const named = [...text.matchAll(/\[([^\]:]+)(?:: “([^”]+)”)?\]\((test\/[^)]+)\)/g)].map(
  ([, , name = '', path = '']) => ({
    name,
    path,
  }),
);
const isTest = ({ name, path }: (typeof named)[number]): boolean =>
  existsSync(path) && name !== '' && nameIn(readFileSync(path, 'utf8'), name);

/** Whether a test or a group of tests is called so there. */
function nameIn(source: string, name: string): boolean {
  return [`'${name.replaceAll("'", "\\'")}'`, `"${name}"`, `\`${name}\``].some((quoted) => source.includes(quoted));
}

describe('SECURITY.md', () => {
  it('names tests that there are, each by its file and name', () => {
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((one) => !isTest(one))).toEqual([]);
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
    packages: Record<
      string,
      {
        resolved?: string;
        integrity?: string;
        hasInstallScript?: boolean;
        dev?: boolean;
        link?: boolean;
        license?: string;
      }
    >;
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

  it('are named, with their reasons, where they run a script at their installation', () => {
    expect(Object.keys(packageJson.allowScripts).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('have licences that let everybody use and pass on what is deployed', () => {
    const shipped = locked.filter(([, { dev, link }]) => !dev && !link);
    expect(shipped.length).toBeGreaterThan(50);
    const foreign = shipped.filter(([, { license }]) => !PERMISSIVE.has(license ?? 'none'));
    expect(foreign.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('of development have licences that are known', () => {
    const others = locked.filter(([, { dev, link }]) => dev && !link);
    const foreign = others.filter(
      ([, { license }]) => !PERMISSIVE.has(license ?? 'none') && !FOR_WORK.has(license ?? ''),
    );
    expect(foreign.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});
