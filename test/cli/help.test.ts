import { describe, expect, test } from 'vitest';
import { dateline } from '../support/cli.ts';
import { commandPaths } from '../support/cli-docs.ts';

describe('--help', () => {
  test.each(commandPaths().map((path) => [path.join(' ')]))('%s tells how it is used, on stdout', async (path) => {
    const { code, stdout, stderr } = await dateline([...path.split(' ').slice(1), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: ${path}`);
    expect(stderr).toBe('');
  });
});

test.each([
  [[], 'Usage: dateline'],
  [['feedz'], 'Did you mean feeds?'],
  [['feedz', '--help'], 'Did you mean feeds?'],
  [['help', 'feedz'], 'Did you mean feeds?'],
  [['-h', 'feedz'], 'Did you mean feeds?'],
  [['feeds', 'lst', '--help'], 'Did you mean list?'],
  [['statements', '--sinc', '7d'], 'Did you mean --since?'],
  [['statements', '--since', 'yesterday'], 'as 12h or 7d'],
  [['statements', '--limit', '-3'], 'whole number'],
  [['statements', '--json', '--csv'], 'cannot be used with'],
  [['statements', '--since', '7d', '--from', '2026-01-01'], 'cannot be used with'],
  [['serve', '--port', '99999'], 'from 0 to 65535'],
  [['feeds', 'add'], 'missing required argument'],
  [['extract'], 'no file was given'],
  [['extract', 'a.txt', '--ndjson'], 'takes no file'],
  [['poll', 'a', '--all'], '--all polls every feed'],
])('%j is a wrong command line', async (words, told) => {
  const { code, stdout, stderr } = await dateline(words);
  expect(stderr).toContain(told);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('--version is that of the package', async () => {
  const { default: own } = await import('../../package.json', { with: { type: 'json' } });
  expect((await dateline(['--version'])).stdout.trim()).toBe(own.version);
});
