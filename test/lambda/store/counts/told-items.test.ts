import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toInstant } from '../../../../lambda/model/instant.ts';
import { collect } from '../../../../lambda/store/collect.ts';
import { packLines, unpackLines } from '../../../../lambda/store/counts/packed-lines.ts';
import { itemOfLine, lineOf } from '../../../../lambda/store/records/told.ts';
import type { ToldItem } from '../../../../lambda/store/store-shapes.ts';
import { type MemoryStore, openMemoryStore } from '../../../support/memory-store.ts';

const DAY = '2026-03-01';

const told = (itemId: string, more: Partial<ToldItem> = {}): ToldItem => ({
  ...{ itemId, revision: 1, changedAt: '2026-03-01T09:00:00Z', sortAt: '2026-03-01T08:00:00Z' },
  statements: [
    { type: 'direct', band: 'high', speaker: { id: 'ada-brook', name: 'Ada Brook', role: 'harbour master' } },
    { type: 'mixed', band: 'low', speaker: { id: 'ada-brook', name: 'Ada Brook', role: null } },
    { type: 'indirect', band: 'fair', speaker: null },
  ],
  ...more,
});

describe('a line of what is told', () => {
  const moment = fc.integer({ min: 0, max: 4e12 }).map(toInstant);
  const speaker = fc.record({
    id: fc.constantFrom('ada-brook', 'o-brien', 'łukasz', '', '__proto__'),
    name: fc.oneof(fc.constantFrom('Ada Brook', 'O’Brien', 'ada brook'), fc.string({ minLength: 1 })),
    role: fc.option(fc.string({ minLength: 1 })),
  });
  const item = fc.record({
    itemId: fc.stringMatching(/^[\w-]{1,22}$/),
    revision: fc.nat(),
    changedAt: moment,
    sortAt: moment,
    statements: fc.array(
      fc.record({
        type: fc.constantFrom('direct', 'indirect', 'mixed'),
        band: fc.constantFrom('high', 'fair', 'low'),
        speaker: fc.option(speaker),
      }),
      { maxLength: 8 },
    ),
  });

  it('is the item again, packed with others', () => {
    fc.assert(
      fc.property(fc.array(item as fc.Arbitrary<ToldItem>, { minLength: 1, maxLength: 5 }), (items) => {
        const lines = unpackLines(packLines(items.map((one) => lineOf(one, DAY))), DAY);
        expect(lines.map((line) => itemOfLine(line, DAY))).toEqual(items);
      }),
    );
  });

  it.each(['', '[]', '["a",1,0,0,[],["x"]]', '{'])('that is %j is refused by name', (line) => {
    expect(() => itemOfLine(line, DAY)).toThrow(DAY);
  });
});

describe('what counts have read', () => {
  let memory: MemoryStore;
  beforeEach(async () => {
    memory = await openMemoryStore();
  });
  afterEach(() => memory.close());

  it('is known for the very revision, and the last one told of an item is right', async () => {
    const { rollups } = memory.store;
    await (await rollups.told(DAY)).add([told('a'), told('b')]);
    await (await rollups.told(DAY)).add([]);
    memory.clock.advance(1);
    const second = told('a', { revision: 2, changedAt: '2026-03-01T10:00:00Z', statements: [] });
    await (await rollups.told(DAY)).add([second]);
    const found = await rollups.told(DAY);
    expect(found.get(second)).toEqual(second);
    expect(found.get(told('a'))).toBeUndefined();
    expect(found.get(told('b'))).toEqual(told('b'));
    expect(found.get(told('b', { changedAt: '2026-03-01T09:00:01Z' }))).toBeUndefined();
    expect((await rollups.told('2026-03-02')).get(told('b'))).toBeUndefined();
  });

  it('becomes one where there are many parts, and expires', async () => {
    const { rollups } = memory.store;
    for (let n = 0; n < 50; n += 1) {
      memory.clock.advance(1);
      await (await rollups.told(DAY)).add([told(`item-${n}`)]);
    }
    const { table } = memory;
    const parts = async () => (await collect(table.scan()))?.filter(({ pk }) => pk === `TOLD#${DAY}`) ?? [];
    expect(await parts()).toHaveLength(2);
    for (const { ttl } of await parts()) {
      expect(Number(ttl) * 1000 - memory.clock.now()).toBeGreaterThan(29 * 86_400_000);
    }
    const found = await rollups.told(DAY);
    for (let n = 0; n < 50; n += 1) expect(found.get(told(`item-${n}`))).toEqual(told(`item-${n}`));
  });
});
