import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cliDocs } from '../support/cli-docs.ts';

test('docs/cli.md says what --help says; npm run docs:cli writes it anew', () => {
  expect(readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')).toBe(cliDocs());
});
