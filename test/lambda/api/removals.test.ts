import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyGuard } from '../../../lambda/api/kernel/guard/key-guard.ts';
import { sha256 } from '../../../lambda/common/hash.ts';
import { WRITTEN_BY_API } from '../../../lib/query-api.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';
import { wrappedTable } from '../../support/wrapped-table.ts';

const tokenOf = (scope: string): string => `a-key-of-scope-${scope}`;
let query: QueryApp;
let id = '';
beforeEach(async () => {
  query = await openQueryApp({ guard: keyGuard });
  for (const scope of ['read', 'admin'] as const) {
    const key = { sha256: sha256(tokenOf(scope)), name: scope, scope, createdAt: '2026-03-01T00:00:00Z' };
    await query.store.keys.put({ ...key, expiresAt: null });
  }
  const said = { text: 'Only words', speaker: 'Ada Brook' };
  [id = ''] = await query.save({ name: 'one', publishedAt: '2026-03-10T00:00:00Z', statements: [said] });
});
afterEach(() => query.close());

const ask = (method: string, path: string, scope = 'admin') =>
  query.get(path, { method, headers: { Authorization: `Bearer ${tokenOf(scope)}` } });
const statusOf = async (path: string): Promise<number> => (await ask('GET', path)).status;

describe('an article', () => {
  test('is taken down by an admin with a reason, listed, restored and purged', async () => {
    const taken = await ask('DELETE', `/v1/items/${id}?reason=asked+for`);
    expect([taken.status, taken.body]).toMatchObject([200, { kind: 'item', id, reason: 'asked for', by: 'admin' }]);
    expect(await statusOf(`/v1/items/${id}`)).toBe(404);
    expect((await ask('GET', '/v1/statements')).body.data).toEqual([]);
    expect((await ask('GET', '/v1/removals')).body.data).toEqual([taken.body]);
    expect((await ask('GET', '/v1/removals?format=csv')).text).toContain(`item,${id},`);

    expect((await ask('POST', `/v1/removals/item/${id}/restore`)).body.state).toBe('restored');
    expect(await statusOf(`/v1/items/${id}`)).toBe(200);
    await ask('DELETE', `/v1/items/${id}?reason=asked+for+again`);
    expect((await ask('POST', `/v1/removals/item/${id}/purge`)).body).toMatchObject({ state: 'purged', label: null });
    const again = await ask('POST', `/v1/removals/item/${id}/restore`);
    expect([again.status, again.body.code]).toEqual([400, 'not-held']);
  });

  test.each([
    ['DELETE', '/v1/items/ID?reason=x', 'read', 403, 'scope-missing'],
    ['GET', '/v1/removals', 'read', 403, 'scope-missing'],
    ['POST', '/v1/removals/item/ID/purge', 'read', 403, 'scope-missing'],
    ['DELETE', '/v1/items/ID', 'admin', 400, 'bad-parameter'],
    ['DELETE', '/v1/items/ID?reason=', 'admin', 400, 'bad-parameter'],
    ['DELETE', '/v1/items/none?reason=x', 'admin', 404, 'unknown-item'],
    ['DELETE', '/v1/speakers/none?reason=x', 'admin', 404, 'unknown-speaker'],
    ['POST', '/v1/removals/item/ID/restore', 'admin', 404, 'unknown-removal'],
    ['POST', '/v1/removals/feed/ID/restore', 'admin', 400, 'bad-parameter'],
  ])('%s %s by %s is answered with %i %s', async (method, path, scope, status, code) => {
    const answer = await ask(method, path.replace('ID', id), scope);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

test('a speaker is erased and restored', async () => {
  const [{ speaker }] = (await ask('GET', '/v1/statements')).body.data;
  const erased = await ask('DELETE', `/v1/speakers/${speaker.id}?reason=asked+for`);
  expect([erased.status, erased.body.label]).toEqual([200, 'Ada Brook']);
  expect((await ask('GET', '/v1/statements')).body.data).toEqual([]);
  expect(await statusOf(`/v1/speakers/${speaker.id}`)).toBe(404);
  await ask('POST', `/v1/removals/speaker/${speaker.id}/restore`);
  expect((await ask('GET', '/v1/statements')).body.data).toHaveLength(1);
});

test('a deployed API may write all that this and corrections write', async () => {
  const { createStore } = await import('../../../lambda/store/create-store.ts');
  const written = new Set<string>();
  const table = wrappedTable(query.table, {
    async write({ run, puts, deletes }) {
      for (const { pk } of [...puts, ...deletes]) written.add(String(pk));
      return run();
    },
  });
  const store = createStore({ table, clock: query.clock });
  const [statement] = await store.statements.ofItem(id);
  const decision = { notAStatement: true, note: null, by: 'admin' };
  await store.corrections.put({ itemId: id, statementId: statement?.id ?? '', ...decision });
  await store.corrections.withdraw(id, statement?.id ?? '');
  for (const [kind, of] of [['item', id] as const, ['speaker', statement?.speaker?.id ?? ''] as const]) {
    await store.removals.remove({ kind, id: of, reason: 'x', by: 'admin' });
    await store.removals.restore(kind, of);
  }
  expect(written.size).toBeGreaterThan(5);
  const mayWrite = (pk: string) =>
    WRITTEN_BY_API.some((one) => one === pk || (one.endsWith('*') && pk.startsWith(one.slice(0, -1))));
  expect([...written].filter((pk) => !mayWrite(pk))).toEqual([]);
});
