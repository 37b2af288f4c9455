import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../../lambda/model/instant.ts';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { subjectOf } from '../../../../lambda/store/counts/subject.ts';
import { serveFeed } from '../feed-server.ts';
import { storeArticle } from '../store-article.ts';
import { createWorld, DAY, HOUR, quiet, type World } from '../world.ts';

const rows = async (world: World, day: string) =>
  (await world.store.rollups.ofDay(day))
    .map(({ subject, items, statements }) => `${subject} ${items} ${statements}`)
    .sort();

describe('rollup', () => {
  test('counts items of feeds and statements of speakers by day, and sums them up', async () => {
    const world = await createWorld(await serveFeed([]));
    await storeArticle(world, 'a', '2024-05-03T08:00:00Z', [
      ['Ada', 'harbour master'],
      ['Tom', 'baker'],
    ]);
    await storeArticle(world, 'b', '2024-05-03T09:00:00Z', [
      ['Ada', 'harbour master'],
      ['Ada', 'captain'],
    ]);
    await storeArticle(world, 'c', '2024-05-05T09:30:00Z', [['Ada', 'captain']]);
    world.pass(HOUR);
    expect(await world.rollup()).toEqual({
      ...{ outcome: 'finished', changes: 3, rows: 7, through: world.now() },
      words: { segments: 0, changes: 3, complete: true },
    });
    expect(await rows(world, '2024-05-03')).toEqual([
      'ALL 2 4',
      'FEED#feed-1 2 4',
      'SPEAKER#ada 2 3',
      'SPEAKER#tom 1 1',
    ]);
    expect(await rows(world, '2024-05-05')).toEqual(['ALL 1 1', 'FEED#feed-1 1 1', 'SPEAKER#ada 1 1']);
    expect(await world.store.speakers.get('ada')).toMatchObject({
      statementCount: 4,
      firstSeenAt: '2024-05-03T08:00:00Z',
      lastSeenAt: '2024-05-05T09:30:00Z',
    });
    const roles = (await world.store.speakers.get('ada'))?.roles.map(({ text }) => text).sort();
    expect(roles).toEqual(['captain', 'harbour master']);
    expect(await world.store.rollups.through()).toBe(world.now());
  });

  test('sums up the days of a speaker', async () => {
    const world = await createWorld(await serveFeed([]));
    const first = Date.parse('2024-04-01T08:00:00Z');
    for (let day = 0; day < 33; day += 1) {
      await storeArticle(world, `day-${day}`, toInstant(first + day * 86_400_000), [['Ada', 'harbour master']]);
    }
    world.clock.advance(HOUR);
    await world.rollup();
    expect((await world.store.speakers.get('ada'))?.statementCount).toBe(33);
    expect(await world.store.rollups.ofSubject(subjectOf.speaker('ada'))).toHaveLength(33);
  });

  test('counts nothing twice, whether run again at once or after nothing has changed', async () => {
    const world = await createWorld(await serveFeed([]));
    await storeArticle(world, 'a', '2024-05-03T08:00:00Z', [['Ada', 'harbour master']]);
    world.pass(1);
    await world.rollup();
    const before = await world.records();
    expect(await world.rollup()).toMatchObject({ outcome: 'finished', changes: 1, rows: 0 });
    const job = ['JOB#rollup / CHECKPOINT', 'JOB#rollup / LEASE', 'WORDS / STATE'];
    expect(world.differences(before, await world.records())).toEqual(job);
    world.pass(DAY);
    await world.rollup();
    world.pass(DAY);
    expect(await world.rollup()).toMatchObject({ changes: 0, rows: 0 });
    expect(await world.store.speakers.get('ada')).toMatchObject({ statementCount: 1 });
  });

  test('reads statements of new and changed articles only', async () => {
    const world = await createWorld(await serveFeed([]));
    const article = (n: number, speaker: string) =>
      storeArticle(world, `a-${n}`, '2024-05-03T08:00:00Z', [[speaker, 'harbour master']]);
    for (let n = 0; n < 40; n += 1) await article(n, 'Ada');
    let asked = 0;
    const statements: typeof world.store.statements = {
      ...world.store.statements,
      ofEditions(editions) {
        asked += editions.length;
        return world.store.statements.ofEditions(editions);
      },
    };
    const count = () => rollup({ store: { ...world.store, statements }, clock: world.clock, log: quiet });
    world.pass(1);
    await count();
    expect(asked).toBe(40);
    world.pass(1);
    await article(3, 'Tom');
    world.pass(1);
    await count();
    expect(asked).toBe(41);
    expect(await rows(world, '2024-05-03')).toEqual([
      'ALL 40 40',
      'FEED#feed-1 40 40',
      'SPEAKER#ada 39 39',
      'SPEAKER#tom 1 1',
    ]);
  });

  test('an article that went and came again with other words is read again', async () => {
    const world = await createWorld(await serveFeed([]));
    await storeArticle(world, 'a', '2024-05-03T08:00:00Z', [['Ada', 'harbour master']]);
    world.pass(1);
    await world.rollup();
    await world.store.items.remove('a');
    world.pass(1);
    await storeArticle(world, 'a', '2024-05-03T08:00:00Z', [['Tom', 'baker']]);
    world.pass(1);
    await world.rollup();
    expect(await rows(world, '2024-05-03')).toEqual(['ALL 1 1', 'FEED#feed-1 1 1', 'SPEAKER#tom 1 1']);
  });

  test('follows an item that changes its day and its speakers', async () => {
    const world = await createWorld(await serveFeed([]));
    await storeArticle(world, 'a', '2024-05-03T08:00:00Z', [['Ada', 'harbour master']]);
    world.pass(HOUR);
    await world.rollup();
    await storeArticle(world, 'a', '2024-05-04T08:00:00Z', [['Tom', 'baker']]);
    world.pass(HOUR);
    expect(await world.rollup()).toMatchObject({ changes: 1, rows: 6 });
    expect(await rows(world, '2024-05-03')).toEqual([]);
    expect(await rows(world, '2024-05-04')).toEqual(['ALL 1 1', 'FEED#feed-1 1 1', 'SPEAKER#tom 1 1']);
    expect(await world.store.speakers.get('ada')).toMatchObject({
      statementCount: 0,
      firstSeenAt: '2024-05-03T08:00:00Z',
    });
  });

  test('leaves copies and removed items out', async () => {
    const world = await createWorld(await serveFeed([]));
    const text = `The same long report of the harbour office, word for word, ${'as all papers of the town have it today, '.repeat(3)}`;
    await storeArticle(world, 'a', '2024-05-03T08:00:00Z', [['Ada', 'harbour master']], text);
    world.pass(1);
    await storeArticle(world, 'b', '2024-05-03T09:00:00Z', [['Ada', 'harbour master']], text);
    await storeArticle(world, 'c', '2024-05-03T10:00:00Z', [['Ada', 'harbour master']]);
    world.pass(1);
    await world.rollup();
    expect(await rows(world, '2024-05-03')).toEqual(['ALL 3 2', 'FEED#feed-1 3 2', 'SPEAKER#ada 2 2']);
    await world.store.items.remove('c');
    world.pass(1);
    await world.rollup();
    expect(await rows(world, '2024-05-03')).toEqual(['ALL 2 1', 'FEED#feed-1 2 1', 'SPEAKER#ada 1 1']);
    expect(await world.store.speakers.get('ada')).toMatchObject({ statementCount: 1 });
  });

  test('tells what is undated, a copy, of which kind and how sure, and whose roles and outlets they were', async () => {
    const world = await createWorld(await serveFeed([]));
    const text = `The same long report of the harbour office, word for word, ${'as all papers of the town have it today, '.repeat(3)}`;
    const day = world.now().slice(0, 10);
    await storeArticle(world, 'a', world.now(), [['Ada', 'harbour master']], text);
    world.pass(1);
    await storeArticle(world, 'b', null, [['Ada', 'harbour master']], text);
    await storeArticle(world, 'c', null, [
      ['Ada', 'captain'],
      ['Ada', 'captain'],
    ]);
    world.pass(1);
    await world.rollup();
    const rows = await world.store.rollups.ofDay(day);
    const all = {
      items: 3,
      copies: 1,
      statements: 3,
      quoted: 2,
      undated: { items: 2, copies: 1, statements: 2, quoted: 1 },
      types: { direct: 3, indirect: 0, mixed: 0 },
      bands: { high: 3, fair: 0, low: 0 },
    };
    expect(rows.find(({ subject }) => subject === 'ALL')).toMatchObject({ ...all, roles: [], outlets: [] });
    expect(rows.find(({ subject }) => subject === 'FEED#feed-1')).toMatchObject(all);
    expect(rows.find(({ subject }) => subject === 'SPEAKER#ada')).toMatchObject({
      items: 2,
      copies: 0,
      statements: 3,
      quoted: 2,
      undated: { items: 1, copies: 0, statements: 2, quoted: 1 },
      roles: [
        { text: 'captain', statements: 2, undated: 2 },
        { text: 'harbour master', statements: 1, undated: 0 },
      ],
      outlets: [{ feedId: 'feed-1', statements: 3, undated: 2 }],
    });
  });
});
