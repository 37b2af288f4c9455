import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { statementIds } from '../../../lambda/common/statement-id.ts';
import type { Statement } from '../../../lambda/model/statement.ts';
import { FORMER_DICTIONARY } from '../../../lambda/store/former-dictionary.ts';
import { pack, packValue, unpackValue } from '../../../lambda/store/packed.ts';
import { decodeStatements, encodeStatements } from '../../../lambda/store/records/statements.ts';
import type { ItemBundle } from '../../../lambda/store/store-shapes.ts';
import { keys, statementPosition } from '../../../lambda/store/table/keys.ts';
import type { Key } from '../../../lambda/store/table/port.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { articleAt, changedBundle, sampleBundle } from '../../support/sample-bundle.ts';
import { take } from '../../support/take.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore();
});
afterEach(() => memory.close());

const records = async () => (await dumpTable(memory.table)).table;
const said = async () => (await records()).flatMap(({ pk, sk }) => (/^SAID#/.test(String(pk)) ? `${pk} ${sk}` : []));

/** The item as versions before this one stored it: each statement in a record of its own, in indexes by speaker, day and feed. */
async function saveAsBefore(bundle: ItemBundle): Promise<void> {
  const { table, store } = memory;
  await store.items.save(bundle);
  for (const { pk, sk } of await records()) {
    const isOwn = pk === `ITEM#${bundle.item.id}` && String(sk).startsWith('STMT#');
    if (isOwn || String(sk).includes(`#${bundle.item.id}#`)) {
      await table.delete({ pk, sk } as Key);
    }
  }
  for (const statement of bundle.statements) {
    const { id, itemId, revision, start, sortAt, feedId, speaker } = statement;
    const pk = `ITEM#${itemId}`;
    const digits = (value: number) => String(value).padStart(7, '0');
    const position = statementPosition(statement);
    const Item = {
      ...pack({ ...statement }, [], pk),
      pk,
      sk: `STMT#${digits(revision)}#${digits(start)}#${id.slice(-8)}`,
      ...(speaker?.id ? { gsi1pk: `SPEAKER#${speaker.id}`, gsi1sk: position } : {}),
      gsi2pk: `SDAY#${sortAt.slice(0, 10)}#0`,
      gsi2sk: position,
      gsi3pk: `SFEED#${feedId}`,
      gsi3sk: position,
    };
    await table.put(Item as never);
  }
}

test('all statements of a revision are one record, and each of its speakers has one row', async () => {
  const bundle = sampleBundle({ statements: 9 });
  await memory.store.items.save(bundle);
  const own = (await records()).filter(({ sk }) => String(sk).startsWith('STMT#'));
  expect(own).toHaveLength(1);
  expect(Object.keys(own[0] ?? {}).filter((name) => name.startsWith('gsi'))).toEqual([]);
  expect(await said()).toHaveLength(2);
  expect(await memory.store.statements.ofItem(bundle.item.id)).toEqual(bundle.statements);
});

test('the rows of a speaker go with the revision, and with the item', async () => {
  const { items, statements } = memory.store;
  const bundle = sampleBundle({ statements: 2 });
  await items.save(bundle);
  const changed = changedBundle(bundle, '2026-03-02T10:00:00Z', {
    statements: 1,
    item: { sortAt: '2026-02-20T10:00:00Z' },
  });
  await items.save(changed);
  expect(await said()).toEqual([`SAID#mira-lund 2026-02-20T10:00:00.000Z#${bundle.item.id}#0000002`]);
  expect(await take(statements.newest({ speakerId: 'harbour-office' }))).toEqual([]);
  await items.remove(bundle.item.id);
  expect(await said()).toEqual([]);
});

test('two revisions that are there at once stand in one order, so that pages go on behind each other', async () => {
  const { items, statements } = memory.store;
  const bundle = sampleBundle({ statements: 9 });
  await items.save(bundle);
  const next = changedBundle(bundle, '2026-03-02T10:00:00Z', { statements: 8 });
  const sent = encodeStatements(next.statements, null);
  for (const Item of sent) await memory.table.put(Item as never);
  const row = keys.said('mira-lund', { itemId: bundle.item.id, revision: 2, sortAt: bundle.item.sortAt });
  await memory.table.put(row as never);
  const positions = (await take(statements.newest({ speakerId: 'mira-lund' }))).map(({ position }) => position);
  expect(positions).toEqual(positions.toSorted().reverse());
  expect(new Set(positions).size).toBeGreaterThan(3);
});

describe('a record of statements', () => {
  const { statements } = sampleBundle({ statements: 6 });

  test('comes back as it was, in text order, each statement once', () => {
    const given = [...statements, ...statements.slice(0, 2)].toReversed();
    expect(decodeStatements(encodeStatements(given, null))).toEqual(statements);
    expect(encodeStatements([], null)).toEqual([]);
  });

  test('keeps statements of several spans, without a cue, and corrected ones', () => {
    const [first, second] = statements as [Statement, Statement];
    const { text, start, end, spans, speaker } = second;
    const corrected: Statement = {
      ...second,
      correction: {
        of: second.id,
        notAStatement: true,
        corrected: [],
        note: null,
        by: 'local',
        at: '2026-03-02T10:00:00Z',
        machine: { text, start, end, spans, speaker },
      },
    };
    const split = {
      ...first,
      spans: [
        { start: 0, end: 4 },
        { start: 8, end: 12 },
      ],
      cue: null,
      speaker: null,
    };
    expect(decodeStatements(encodeStatements([split, corrected], null))).toEqual([split, corrected]);
  });

  test('that is too long is in pieces, and is nothing while one is missing', async () => {
    let state = 7;
    const noise = Array.from({ length: 1_500_000 }, () => {
      state = (state * 16_807) % 2_147_483_647;
      return String.fromCharCode(97 + (state % 26));
    }).join('');
    const long = sampleBundle({ statements: 3 });
    long.statements = long.statements.map((one, n) => ({ ...one, text: noise.slice(n * 500_000, (n + 1) * 500_000) }));
    await memory.store.items.save(long);
    const pieces = (await records()).filter(({ sk }) => String(sk).startsWith('STMT#'));
    expect(pieces.length).toBeGreaterThan(1);
    expect(await memory.store.statements.ofItem(long.item.id)).toEqual(long.statements);
    expect(await take(memory.store.statements.newest({}))).toHaveLength(3);
    const encoded = encodeStatements(long.statements, null);
    expect(encoded).toHaveLength(pieces.length);
    expect(decodeStatements(encoded.slice(1))).toEqual([]);
  });

  test('says nothing that its key, its words or another one tells', () => {
    const [first, second] = statements as [Statement, Statement];
    const id = statementIds(first.itemId)(first);
    const again = {
      ...second,
      id: 'of-its-own',
      speaker: first.speaker,
      saidAt: '2026-02-01',
      saidAtSource: 'text' as const,
    };
    const [record] = encodeStatements([{ ...first, id }, again], null);
    expect(Object.keys(record ?? {}).sort()).toEqual(['packed', 'pk', 'sk']);
    const stored = JSON.stringify(unpackValue(record?.packed as Uint8Array, String(record?.pk), ''));
    expect(stored).not.toMatch(new RegExp(`${id}|${first.itemId}|"end"|published`));
    expect(stored.match(/Mira Lund/g)).toHaveLength(1);
    expect(stored).toContain('{"saidAt":"2026-02-01","saidAtSource":"text","id":"of-its-own"}');
    expect(decodeStatements([record ?? {}])).toEqual([{ ...first, id }, again]);
  });

  test('is read as earlier versions packed it', () => {
    const bundle = sampleBundle({ statements: 3 });
    const { id: itemId, revision, feedId, url, sortAt, language } = bundle.item;
    const shared = { itemId, revision, feedId, url, sortAt, language };
    const key = keys.statements(itemId, revision, 0);
    const dictionary = Buffer.concat([FORMER_DICTIONARY, Buffer.from(key.pk)]);
    const packed = deflateRawSync(JSON.stringify({ shared, statements: bundle.statements }), { dictionary });
    const record = { ...key, itemId, revision, piece: 0, pieces: 1, statements: packed };
    expect(decodeStatements([record])).toEqual(bundle.statements);
  });

  test('that is spoilt is an error that names it', () => {
    const [record] = encodeStatements(statements, null);
    expect(() => decodeStatements([{ ...record, packed: new Uint8Array([1, 2, 3]) }])).toThrow(/STMT#0000001/);
    const other = packValue([1, 2], String(record?.pk));
    expect(() => decodeStatements([{ ...record, packed: other }])).toThrow(/STMT#0000001.*not as they must be/);
    const [{ start: _, ...broken }] = statements as [Statement];
    expect(() => encodeStatements([broken as Statement], null)).toThrow(/STMT#0000001.*start/s);
  });
});

describe('statements that earlier versions stored, beside those of this one', () => {
  const bundles = [0, 1, 2, 3, 4, 5].map((n) => articleAt(n, n * 7));
  beforeEach(async () => {
    for (const [n, bundle] of bundles.entries()) {
      if (n % 2 === 0) await saveAsBefore(bundle);
      else await memory.store.items.save(bundle);
    }
  });
  const whole = bundles.toReversed().flatMap(({ statements }) => statements);

  test.each([
    ['all', {}, whole],
    ['a feed', { feedId: 'harbour-news' }, whole],
    ['a speaker', { speakerId: 'mira-lund' }, whole.filter(({ speaker }) => speaker?.id === 'mira-lund')],
    ['a stretch', { from: '2026-02-01T07:00:00Z', to: '2026-02-01T21:00:00Z' }, whole.slice(9, 15)],
  ])('are in the list of %s, page by page', async (_name, range, expected) => {
    const list = (after?: string) => memory.store.statements.newest({ ...range, after });
    const found = await take(list());
    expect(found.map(({ record }) => record)).toEqual(expected);
    const pages: typeof found = [];
    for (;;) {
      const page = await take(list(pages.at(-1)?.position), 2);
      pages.push(...page);
      if (page.length < 2) break;
    }
    expect(pages).toEqual(found);
  });

  test('are those of their item, and go with their revision', async () => {
    const [bundle] = bundles as [ItemBundle];
    expect(await memory.store.statements.ofItem(bundle.item.id)).toEqual(bundle.statements);
    await memory.store.items.save(changedBundle(bundle, '2026-03-02T10:00:00Z', { statements: 1 }));
    const own = (await records()).filter(({ pk, sk }) => pk === `ITEM#${bundle.item.id}` && /^STMT/.test(String(sk)));
    expect(own.map(({ sk }) => sk)).toEqual(['STMT#0000002#ALL#0000000']);
  });
});
