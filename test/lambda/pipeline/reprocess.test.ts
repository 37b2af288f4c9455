import { expect, test } from 'vitest';
import { EXTRACTOR_VERSION } from '../../../lambda/model/extraction.ts';
import { reprocess } from '../../../lambda/pipeline/reprocess.ts';
import { asTheMachineRead } from '../../../lambda/store/corrections/apply-corrections.ts';
import { BAKERY, FERRY, serveFeed } from './feed-server.ts';
import { createWorld, DAY, quiet, type World } from './world.ts';

const run = (world: World, changes: { all?: boolean; dryRun?: boolean } = {}) =>
  reprocess({ all: false, dryRun: false, ...changes }, { ...world, log: quiet });

/** What the rules read of each item. */
async function readings(world: World) {
  const items = (await world.items()).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return Promise.all(
    items.map(async ({ id, dateline, duplicateOf, extractorVersion, revisionsThatDay }) => {
      const statements = (await world.store.statements.ofItem(id)).map(asTheMachineRead);
      return {
        ...{ id, dateline, duplicateOf, extractorVersion, revisionsThatDay },
        statements: statements.map((statement) => ({ ...statement, edition: '' })),
        dates: (await world.store.items.whole(id))?.dates,
      };
    }),
  );
}

/** Stores the items as older rules would have read them: statements without their speakers, and nothing of the last one. */
async function readByOlderRules(world: World): Promise<void> {
  for (const { id } of await world.items()) {
    const item = await world.store.items.get(id);
    const known = (await world.store.items.known([id])).get(id);
    if (!item || !known) throw new Error(`${id} is not there`);
    const statements = (await world.store.statements.ofItem(id)).slice(1).map((one) => ({ ...one, speaker: null }));
    const older = { ...item, revision: item.revision + 1, extractorVersion: 1, statementCount: statements.length };
    const dates = (await world.store.items.whole(id))?.dates ?? [];
    const bundle = { item: older, statements, dates, comingDates: [], previous: known };
    expect((await world.store.items.save(bundle)).outcome).toBe('stored');
  }
  world.pass(DAY);
}

test('items that older rules have read become what a poll makes of them today, and once only', async () => {
  const world = await createWorld(await serveFeed([FERRY, BAKERY]));
  await world.poll();
  const wanted = await readings(world);
  expect(await run(world)).toMatchObject({ items: 0 });
  expect(await run(world, { all: true })).toMatchObject({ items: 2, changedItems: 0 });
  await readByOlderRules(world);
  const before = await world.records();
  const dry = await run(world, { dryRun: true });
  expect(world.differences(before, await world.records())).toEqual([]);
  const done = await run(world);
  expect(done).toEqual(dry);
  expect(done).toMatchObject({ items: 2, changedItems: 2, removedStatements: 0, missedItems: 0, rejected: [] });
  expect(done.addedStatements + done.reattributedStatements).toBe(
    wanted.flatMap(({ statements }) => statements).length,
  );
  expect(await readings(world)).toEqual(wanted);
  const after = await world.records();
  expect(await run(world)).toMatchObject({ items: 0 });
  expect(await run(world, { all: true })).toMatchObject({ items: 2, changedItems: 0 });
  expect(world.differences(after, await world.records())).toEqual([]);
});

test('the same reading gets no new revision, and corrections stand', async () => {
  const world = await createWorld(await serveFeed([FERRY, BAKERY]));
  await world.poll();
  const [item] = await world.items();
  const [statement] = await world.store.statements.ofItem(item?.id ?? '');
  if (!item || !statement) throw new Error('nothing was read');
  const speaker = { id: 'bo-lee', name: 'Bo Lee', kind: 'person' as const, role: null, affiliation: null };
  await world.store.corrections.put({
    ...{ itemId: item.id, statementId: statement.id, by: 'desk', notAStatement: false, note: null },
    speaker,
  });
  const corrected = await world.store.statements.ofItem(item.id);
  await world.store.items.setExtractorVersion(item.id, 1, (await world.store.items.get(item.id))?.revision ?? 0);
  expect(await run(world)).toMatchObject({ items: 1, changedItems: 0 });
  expect(await world.store.statements.ofItem(item.id)).toEqual(corrected);
  expect((await world.store.items.get(item.id))?.extractorVersion).toBe(EXTRACTOR_VERSION);
  await readByOlderRules(world);
  expect(await run(world)).toMatchObject({ items: 2, changedItems: 2 });
  const [again] = await world.store.statements.ofItem(item.id);
  expect(again).toMatchObject({ id: statement.id, speaker, correction: { of: statement.id, by: 'desk' } });
});

test.each([1, 3, 5, 8])('a run that is broken off at write %i, and run again, leaves the same', async (write) => {
  const world = await createWorld(await serveFeed([FERRY, BAKERY]));
  await world.poll();
  const wanted = await readings(world);
  await readByOlderRules(world);
  world.breakWrite(world.writes() + write, 'after');
  await expect(run(world)).rejects.toThrow('is broken off');
  world.breakWrite(null, 'after');
  await run(world);
  expect(await readings(world)).toEqual(wanted);
});
