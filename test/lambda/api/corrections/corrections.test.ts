import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

let query: QueryApp;
let itemId: string;
let ids: string[];
beforeEach(async () => {
  query = await openQueryApp();
  [itemId = ''] = await query.save({
    name: 'harbour',
    publishedAt: '2026-03-10T08:00:00Z',
    statements: [
      { text: 'The quay is safe', speaker: 'Ada Okonkwo' },
      { text: 'We sail on Monday', speaker: 'Ben Hale' },
      { text: 'Read more on page two', speaker: 'Ben Hale' },
    ],
  });
  const { body } = await query.get('/v1/statements');
  ids = body.data.map(({ id }: { id: string }) => id);
  query.clock.set('2026-03-15T12:00:00Z');
});
afterEach(() => query.close());

const send = (method: string, number: number, body?: unknown) =>
  query.get(`/v1/items/${itemId}/statements/${ids[number]}/correction`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
const idsOf = async (path: string): Promise<string[]> =>
  (await query.get(path)).body.data.map(({ id }: { id: string }) => id);

describe('a correction', () => {
  test('of the speaker is found under the right one, shows what the rules had found, and is counted so', async () => {
    const { status, body } = await send('PUT', 1, {
      speaker: { id: 'ada-okonkwo', role: 'mayor' },
      note: 'by the video',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      correction: {
        statementId: ids[1],
        by: 'local',
        note: 'by the video',
        machine: { speaker: { name: 'Ben Hale' } },
      },
      statement: { speaker: { id: 'ada-okonkwo', role: 'mayor', resolution: 'operator' } },
    });
    expect(body.correction).not.toHaveProperty('withdrawn');
    expect(await idsOf('/v1/statements?speaker=okonkwo')).toEqual([ids[0], ids[1]]);
    expect(await idsOf('/v1/statements?speaker=hale')).toEqual([ids[2]]);
    query.clock.advance(1_000);
    await rollup({ store: query.store, clock: query.clock, log: quietLog() });
    expect((await query.get('/v1/speakers/ada-okonkwo')).body).toMatchObject({ statementCount: 2 });
    expect((await query.get('/v1/speakers/ben-hale')).body).toMatchObject({ statementCount: 1 });
    const [row] = (await query.get('/v1/corrections')).body.data;
    expect(row).toMatchObject({ state: 'applied', title: 'Title of harbour', statement: { id: ids[1] } });
  });

  test('that it is no statement takes it out of lists and changes, not out of its article, and can be taken back', async () => {
    expect((await send('PUT', 2, { notAStatement: true })).status).toBe(200);
    expect(await idsOf('/v1/statements')).toEqual([ids[0], ids[1]]);
    query.clock.advance(120_000);
    const [change] = (await query.get('/v1/statements?changedAfter=2026-03-14')).body.data;
    expect(change.statements.map(({ id }: { id: string }) => id)).toEqual([ids[0], ids[1]]);
    expect(change.item.statementCount).toBe(2);
    const article = (await query.get(`/v1/items/${itemId}`)).body;
    expect(article.statements[2]).toMatchObject({ id: ids[2], correction: { notAStatement: true } });

    const undone = await send('DELETE', 2);
    expect([undone.status, undone.text]).toEqual([204, '']);
    expect(await idsOf('/v1/statements')).toEqual(ids);
    expect((await query.get('/v1/corrections')).body.data).toEqual([]);
    expect((await send('DELETE', 2)).body).toMatchObject({ status: 404, code: 'unknown-correction' });
  });

  test('of words and speaker together, of someone new', async () => {
    const { body } = await send('PUT', 1, {
      words: 'sail  on Monday',
      speaker: { name: 'The Port', kind: 'organization' },
    });
    expect(body.statement).toMatchObject({
      text: 'sail on Monday',
      speaker: { id: 'org:port', name: 'The Port', kind: 'organization' },
      correction: { corrected: ['speaker', 'words'] },
    });
    expect(await idsOf('/v1/speakers?q=port')).toEqual(['org:port']);
  });

  test('whose article is gone is listed as orphaned', async () => {
    await send('PUT', 1, { speaker: null });
    await query.store.items.remove(itemId);
    expect((await query.get('/v1/corrections')).body.data).toMatchObject([
      { state: 'orphaned', title: null, statement: null, machine: { text: 'We sail on Monday' } },
    ]);
  });

  test.each([
    [{}, ''],
    [[], ''],
    [{ notAStatement: false }, ''],
    [{ notAStatement: true, words: 'We sail' }, '/words'],
    [{ speaker: {} }, '/speaker'],
    [{ speaker: { name: '' } }, '/speaker/name'],
    [{ speaker: { name: '–' } }, '/speaker/name'],
    [{ speaker: { name: 'a'.repeat(200) } }, '/speaker/name'],
    [{ speaker: { name: 'Ada', kind: 'ship' } }, '/speaker/kind'],
    [{ speaker: { id: 'nobody' } }, '/speaker/id'],
    [{ words: 'words that stand nowhere' }, '/words'],
    [{ words: 7 }, '/words'],
    [{ notAStatement: true, more: 1 }, '/more'],
    [{ notAStatement: true, note: 'a'.repeat(600) }, '/note'],
  ])('%j is refused, and points at %j', async (body, pointer) => {
    const answer = await send('PUT', 0, body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(answer.body.errors[0].pointer).toBe(pointer);
    expect((await query.get('/v1/corrections')).body.data).toEqual([]);
  });

  test('with keys that JSON has and objects have not is refused', async () => {
    const answer = await query.get(`/v1/items/${itemId}/statements/${ids[0]}/correction`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: '{"speaker":{"name":"Ada","__proto__":{"admin":true}},"__proto__":{"notAStatement":true}}',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/__proto__');
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  test('of a statement or article that there is not is a 404', async () => {
    const answer = await query.get(`/v1/items/${itemId}/statements/none/correction`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: '{"notAStatement":true}',
    });
    expect(answer.body).toMatchObject({ status: 404, code: 'unknown-statement' });
  });
});
