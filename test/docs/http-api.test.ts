import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allRoutes } from '../../lambda/api/all-routes.ts';
import { withReference } from '../support/api-docs.ts';

const page = readFileSync(new URL('../../docs/http-api.md', import.meta.url), 'utf8');

test('the reference of docs/http-api.md is what `npm run docs:api` makes', () => {
  expect(withReference(page)).toBe(page);
});

test('docs/http-api.md tells of every filter how it is found', () => {
  const [, table = ''] = page.split('how it is found');
  const named = new Set([...(table.split('\n\n')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const reading = allRoutes.filter(({ method, address }) => method === 'get' && address.startsWith('/v1/'));
  const filters = new Set(reading.flatMap(({ query }) => Object.keys(query.shape)));
  expect([...filters].filter((name) => !named.has(name))).toEqual([]);
});
