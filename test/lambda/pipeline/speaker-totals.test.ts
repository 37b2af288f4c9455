import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../lambda/model/instant.ts';
import { serveFeed } from './feed-server.ts';
import { storeArticle } from './store-article.ts';
import { createWorld, DAY, HOUR, type World } from './world.ts';

const MAYOR: [string, string][] = [['Ada', 'mayor']];
const world = async () => createWorld(await serveFeed([]));

/** An hour after an article that is published now. */
async function quoted(where: World, id: string, persons = MAYOR): Promise<void> {
  await storeArticle(where, id, where.now(), persons);
  where.pass(HOUR);
  await where.rollup();
}

const record = async (where: World) => (await where.store.speakers.counted(['ada'])).get('ada');
const version = async (where: World) =>
  (await where.records()).find(({ pk, sk }) => pk === 'SPEAKER#ada' && sk === 'META')?.version;

describe('totals of a speaker', () => {
  test('have the days that are counted, though the record of the speaker is not written for eight days', async () => {
    const here = await world();
    for (let day = 1; day <= 8; day++) {
      await quoted(here, `a${day}`);
      expect(await here.store.speakers.get('ada')).toMatchObject({
        statementCount: day,
        firstSeenAt: here.start,
        lastSeenAt: here.later(-HOUR),
        roles: [{ text: 'mayor', firstSeenAt: here.start }],
      });
      expect(await version(here)).toBe(1);
      here.pass(DAY - HOUR);
    }
    await quoted(here, 'a9');
    expect(await record(here)).toMatchObject({ statementCount: 8, countedTo: '2024-05-13' });
    expect(await here.store.speakers.get('ada')).toMatchObject({ statementCount: 9 });
    expect(await version(here)).toBe(2);
  });

  test('have nearly all days of an archive that is counted at once', async () => {
    const here = await world();
    for (let day = 40; day >= 0; day--) {
      await storeArticle(here, `a${day}`, toInstant(here.clock.now() - day * 86_400_000), MAYOR);
    }
    here.pass(HOUR);
    await here.rollup();
    expect((await record(here))?.statementCount).toBeGreaterThan(30);
    expect(await here.store.speakers.get('ada')).toMatchObject({ statementCount: 41 });
  });

  test('are not written for somebody who is quoted now and then', async () => {
    const here = await world();
    for (const id of ['a', 'b', 'c']) {
      await quoted(here, id);
      here.pass(12 * DAY);
    }
    expect(await version(here)).toBe(1);
    expect(await here.store.speakers.get('ada')).toMatchObject({ statementCount: 3 });
  });

  test('are in lists and by name as they are alone', async () => {
    const here = await world();
    await quoted(here, 'a');
    const ada = await here.store.speakers.get('ada');
    expect(ada).not.toHaveProperty('countedTo');
    expect((await here.store.speakers.many(['ada', 'nobody'])).get('ada')).toEqual(ada);
    expect(await here.store.speakers.find(['ada'], 5)).toMatchObject([{ id: 'ada', statementCount: 0 }]);
  });

  test('follow at once what changes in the days that they have', async () => {
    const here = await world();
    await storeArticle(here, 'old', toInstant(here.clock.now() - 20 * 86_400_000), MAYOR);
    await quoted(here, 'a');
    expect(await record(here)).toMatchObject({ statementCount: 0, countedTo: '2024-04-15' });
    await storeArticle(here, 'older', toInstant(here.clock.now() - 22 * 86_400_000), [...MAYOR, ...MAYOR]);
    here.pass(HOUR);
    await here.rollup();
    expect(await record(here)).toMatchObject({ statementCount: 3 });
    expect(await here.store.speakers.get('ada')).toMatchObject({ statementCount: 4 });
  });

  test('lose a role and a time that no article has any more', async () => {
    const here = await world();
    await quoted(here, 'a');
    const published = here.now();
    await quoted(here, 'b', [['Ada', 'minister']]);
    expect((await here.store.speakers.get('ada'))?.roles.map(({ text }) => text)).toEqual(['mayor', 'minister']);
    await storeArticle(here, 'b', published, MAYOR, 'Another text');
    here.pass(HOUR);
    await here.rollup();
    expect((await here.store.speakers.get('ada'))?.roles.map(({ text }) => text)).toEqual(['mayor']);
    await storeArticle(here, 'b', published, [['Tom', 'baker']], 'Yet another text');
    here.pass(HOUR);
    await here.rollup();
    expect(await here.store.speakers.get('ada')).toMatchObject({ statementCount: 1, lastSeenAt: here.start });
  });

  test('are right where the clock has been ahead for a while', async () => {
    const here = await world();
    await quoted(here, 'a');
    here.pass(20 * DAY);
    await quoted(here, 'b');
    here.pass(-15 * DAY);
    await quoted(here, 'c');
    // What changed before the moment up to which it was counted is only now looked at.
    await here.rollup();
    expect(await here.store.speakers.get('ada')).toMatchObject({ statementCount: 3 });
    here.pass(40 * DAY);
    await quoted(here, 'd');
    expect(await here.store.speakers.get('ada')).toMatchObject({ statementCount: 4 });
  });

  test('that an earlier version wrote are whole, until they are summed up anew', async () => {
    const here = await world();
    await quoted(here, 'a');
    await here.table.update({ pk: 'SPEAKER#ada', sk: 'META' }, { set: { statementCount: 1 }, remove: ['countedTo'] });
    expect(await here.store.speakers.get('ada')).toMatchObject({ statementCount: 1 });
    await quoted(here, 'b');
    expect(await here.store.speakers.get('ada')).toMatchObject({ statementCount: 2 });
    expect(await record(here)).toMatchObject({ countedTo: '2024-05-05' });
  });
});
