import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['bin', 'lib', 'lambda', 'local', 'cli', 'bench', 'test'];
/** Functions, types, classes and exported constants, and constants that hold an arrow function. */
const DECLARED =
  /\b(?:function\*?|interface|type|class|export const)\s+([A-Za-z_$][\w$]*)|\bconst\s+([A-Za-z_$][\w$]*)\s*=\s*(?:async\s*)?\([^()\n]*\)[^=\n]*=>/g;

/** Names that readers had to ask about, each with the term that stands for it now. */
const REPLACED: [name: RegExp, term: string][] = [
  [/^byteGate/i, 'body semaphore'],
  [/^largeRoom/i, 'large-body mutex'],
  [/^keepHidden/i, 'extend the visibility timeout'],
  [/^nobodyFor/i, 'idle milliseconds'],
  [/^meter(?![a-z])|Meter(?![a-z])/, 'batch metrics, or consumed capacity'],
  [/^told(?![a-z])|Told(?![a-z])/, 'cached, reported or logged'],
  [/^usual(?![a-z])|Usual(?![a-z])/, 'default, common or likely'],
  [/^lean(?![a-z])|Lean(?![a-z])/, 'summary'],
  [/abilities$/, 'capabilities'],
  [/wish(?:es)?$/i, 'request or spec'],
];
const replacementOf = (name: string): string | undefined => {
  if (/capabilities$/i.test(name)) return undefined;
  return REPLACED.find(([pattern]) => pattern.test(name))?.[1];
};

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('fixtures'))
    .map((name) => join(folder, name)),
);

const camelCase = (file: string): string =>
  basename(file)
    .replace(/\..*$/, '')
    .replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

test.each([
  ['toldOnce', 'cached, reported or logged'],
  ['FeedWish', 'request or spec'],
  ['usualScript', 'default, common or likely'],
  ['localCapabilities', undefined],
  ['diameter', undefined],
  ['cleanCharacters', undefined],
])('%s is replaced by %s', (name, term) => {
  expect(replacementOf(name)).toBe(term);
});

test('files, functions and types use the terms of the trade', () => {
  const found = files.flatMap((file) => {
    // Words of a text are no names: string literals and comments are left out as far as a line shows them.
    const code = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'/gm, '');
    const names = [camelCase(file), ...[...code.matchAll(DECLARED)].map(([, name, constant = '']) => name ?? constant)];
    return names.flatMap((name) => {
      const term = replacementOf(name);
      return term === undefined ? [] : [`${file}: ${name} (say ${term})`];
    });
  });
  expect(found).toEqual([]);
});
