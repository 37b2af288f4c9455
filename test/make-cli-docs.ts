// Writes docs/cli.md from the commands' own help: npm run docs:cli
import { writeFileSync } from 'node:fs';
import { cliDocs } from './support/cli-docs.ts';

writeFileSync(new URL('../docs/cli.md', import.meta.url), cliDocs());
