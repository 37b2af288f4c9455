import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyGuard } from '../../../lambda/api/kernel/guard/key-guard.ts';
import { sha256 } from '../../../lambda/common/hash.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';

let query: QueryApp;
beforeEach(async () => {
  query = await openQueryApp();
  await query.save({
    name: 'harbour',
    publishedAt: '2026-03-10T08:00:00Z',
    statements: [{ text: 'The quay is safe' }],
  });
});
afterEach(() => query.close());

const post = (path: string, fields: Record<string, string> = {}) =>
  query.get(path, { method: 'POST', body: new URLSearchParams(fields) });
const saved = async () => (await query.get('/v1/searches')).body.data;

test('a search of the first page is saved with its filters, and shown with what it finds', async () => {
  const first = await query.get('/?q=quay&speaker=okonkwo&from=2026-03-01');
  const [, address = ''] = /href="(\/searches\?[^"]*)"/.exec(first.text) ?? [];
  const form = await query.get(address.replaceAll('&amp;', '&'));
  expect(form.text).toContain('words: quay; speaker: okonkwo');
  expect(form.text).toContain('<input type="hidden" name="q" value="quay"');
  expect(form.text).not.toContain('name="from"');
  const done = await post('/searches', { q: 'quay', speaker: 'okonkwo', name: 'Quay <b>' });
  expect(done.headers.get('location')).toBe('/searches?done=saved');
  expect(await saved()).toMatchObject([
    { name: 'Quay <b>', filters: { q: 'quay', speaker: '"ada-okonkwo"' }, channels: [] },
  ]);
  const { text } = await query.get('/searches?done=saved');
  expect(text).toContain('Saved.');
  expect(text).toContain('Quay &lt;b&gt;');
});

test('a secret is shown in the answer to the form, and on no page after it', async () => {
  const { status, text } = await post('/searches', { name: 'Quay', q: 'quay', tell: 'feed' });
  expect(status).toBe(200);
  const [, address = ''] = /(\/v1\/searches\/\w+\/feed\?token=[\w-]+)/.exec(text) ?? [];
  expect((await query.get(address)).text).toContain('The quay is safe');
  expect((await query.get('/searches')).text).not.toContain('token=');
  const [{ id }] = await saved();
  const renewed = await post(`/searches/${id}/renew`);
  expect(renewed.text).toMatch(/feed\?token=/);
  expect((await query.get(address)).status).toBe(404);
});

test('what is not right is told, and stays in the form', async () => {
  const { status, text } = await post('/searches', { name: 'Quay', q: 'quay', tell: 'slack', to: 'ftp://a.example/' });
  expect(status).toBe(400);
  expect(text).toMatch(/role="alert".*give an address of http or https/s);
  expect(text).toContain('value="ftp://a.example/"');
  expect(text).toContain('<input type="hidden" name="q" value="quay"');
  await post('/searches', { name: 'Quay' });
  expect((await post('/searches', { name: 'Quay' })).status).toBe(409);
});

test('a search is paused, resumed, tested and removed', async () => {
  await post('/searches', { name: 'Quay', tell: 'ntfy', to: 'https://ntfy.example/secret-topic' });
  const [{ id }] = await saved();
  expect((await post(`/searches/${id}/pause`)).headers.get('location')).toBe('/searches?done=paused');
  expect(await saved()).toMatchObject([{ paused: true }]);
  expect((await query.get('/searches')).text).not.toContain('secret-topic');
  await post(`/searches/${id}/resume`);
  expect(await saved()).toMatchObject([{ paused: false }]);
  expect((await post(`/searches/${id}/test`)).status).toBe(303);
  expect((await query.get(`/v1/searches/${id}/deliveries`)).body.data).toMatchObject([{ example: true, state: 'due' }]);
  await post(`/searches/${id}/remove`);
  expect(await saved()).toEqual([]);
  expect((await post(`/searches/${id}/pause`)).status).toBe(404);
});

test('who may only read is offered nothing of that', async () => {
  const guarded = await openQueryApp({ guard: keyGuard });
  const token = `dl_${'0'.repeat(40)}`;
  const key = { sha256: sha256(token), name: 'reader', scope: 'read' as const };
  await guarded.store.keys.put({ ...key, createdAt: '2026-03-01T00:00:00Z', expiresAt: null });
  const headers = { Authorization: `Bearer ${token}` };
  expect((await guarded.get('/?q=quay', { headers })).text).not.toContain('Save this search');
  expect((await guarded.get('/searches?q=quay&save=1', { headers })).text).not.toContain(
    '<form method="post" action="/searches"',
  );
  const refused = await guarded.get('/searches', {
    method: 'POST',
    headers,
    body: new URLSearchParams({ name: 'Quay' }),
  });
  expect(refused.status).toBe(403);
  await guarded.close();
});
