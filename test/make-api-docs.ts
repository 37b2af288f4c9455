import { readFileSync, writeFileSync } from 'node:fs';
import { withReference } from './support/api-docs.ts';

const page = new URL('../docs/http-api.md', import.meta.url);
writeFileSync(page, withReference(readFileSync(page, 'utf8')));
