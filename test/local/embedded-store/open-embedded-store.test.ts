import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore } from '../../../lambda/store/create-store.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../../local/embedded-store/open-embedded-store.ts';
import { takeOwnerLock } from '../../../local/embedded-store/owner-lock.ts';
import { noteOwner } from '../../../local/embedded-store/owner-note.ts';
import { findSocketPlace } from '../../../local/embedded-store/socket-place.ts';
import { recordToWire } from '../../../local/embedded-store/wire.ts';
import { dumpTable, expectedIndexes } from '../../support/dump-table.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { sampleBundle } from '../../support/sample-bundle.ts';
import { startWriter } from '../../support/writer-process.ts';

let folder: string;
const log = quietLog();
const open = () => openEmbeddedStore({ folder, log });
const storeOf = ({ table }: EmbeddedStore) => createStore({ table, clock: fakeClock('2026-03-02T09:00:00Z') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('what is stored is there after closing and opening', async () => {
  const bundle = sampleBundle();
  const first = await open();
  await storeOf(first).items.save(bundle);
  await first.close();
  const second = await open();
  expect(second.owner).toBe(true);
  expect(await storeOf(second).items.get(bundle.item.id)).toEqual(bundle.item);
  await second.close();
});

test('only this user can reach the socket, also where the folder has a long name', async () => {
  const short = folder;
  for (const place of [short, join(short, 'a-folder-with-a-long-name-'.repeat(5))]) {
    folder = place;
    const [first, second] = [await open(), await open()];
    expect([first.owner, second.owner]).toEqual([true, false]);
    const socket = await findSocketPlace(folder);
    expect(Buffer.byteLength(socket)).toBeLessThan(104);
    expect((await stat(socket)).mode & 0o777).toBe(0o600);
    await second.close();
    await first.close();
    await expect(stat(socket)).rejects.toThrow('ENOENT');
  }
  folder = short;
});

test('of many that open the folder at once, one owns it, and all see the same records', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, open));
  expect(all.filter(({ owner }) => owner)).toHaveLength(1);
  const bundle = sampleBundle();
  await Promise.all(all.map((one, n) => storeOf(one).items.save(sampleBundle({ number: n + 1 }))));
  for (const one of all) expect(await storeOf(one).items.get(bundle.item.id)).toEqual(bundle.item);
  await Promise.all(all.filter(({ owner }) => !owner).map((guest) => guest.close()));
  await Promise.all(all.filter(({ owner }) => owner).map((owner) => owner.close()));
});

test('a writer that is killed loses nothing acknowledged, and leaves no wrong index row', async () => {
  const acknowledged: number[] = [];
  for (const [round, count] of [5, 12, 25].entries()) {
    const writer = await startWriter(folder, round * 1000);
    expect(writer.role).toBe('owner');
    await writer.saved(count);
    acknowledged.push(...(await writer.kill()));
  }
  const embedded = await open();
  expect(embedded.owner).toBe(true);
  const dump = await dumpTable(embedded.table);
  expect(dump.indexes).toEqual(expectedIndexes(dump.table));
  const ids = acknowledged.map((number) => sampleBundle({ number }).item.id);
  const known = await storeOf(embedded).items.known(ids);
  expect(acknowledged.length).toBeGreaterThanOrEqual(42);
  expect(ids.filter((id) => known.get(id)?.revision !== 2)).toEqual([]);
  await embedded.close();
});

test('the records that a former version left are taken over, each with its index rows, also when that was broken off', async () => {
  const reference = await openMemoryStore();
  await reference.store.items.save(sampleBundle({ statements: 4 }));
  const good = await dumpTable(reference.table);
  await reference.close();
  const former = new ClassicLevel<string, unknown>(join(folder, 'table'), { valueEncoding: 'json' });
  await former.put('table~dateline', { TableName: 'dateline' });
  await former.put('index-global~dateline~gsi2~00/00/', recordToWire({ pk: 'ITEM#ghost', sk: 'META' }));
  for (const [number, record] of good.table.entries())
    await former.put(`item-dateline~${number}`, recordToWire(record));
  await former.put('item-dateline~x', { pk: { SS: ['no text'] } });
  await former.close();
  await expect(open()).rejects.toThrow('SS');

  const again = new ClassicLevel<string, unknown>(join(folder, 'table'), { valueEncoding: 'json' });
  await again.open();
  await again.del('item-dateline~x');
  await again.close();
  const opened = await open();
  expect(await dumpTable(opened.table)).toEqual(good);
  await opened.close();
  await expect(stat(join(folder, 'table'))).rejects.toThrow('ENOENT');
});

test('a guest works beside the owner, and the folder is taken over when the owner is killed', async () => {
  const writer = await startWriter(folder, 1);
  await writer.saved(1);
  const guest = await open();
  expect(guest.owner).toBe(false);
  expect(await storeOf(guest).items.get(sampleBundle({ number: 1 }).item.id)).not.toBeNull();
  await writer.kill();
  await guest.close();
  const next = await open();
  expect(next.owner).toBe(true);
  await next.close();
});

test('an owner survives clients that go away in the middle of a request', async () => {
  const embedded = await open();
  const socket = await findSocketPlace(folder);
  await new Promise<void>((resolve) => {
    const rude = connect(socket, () => {
      rude.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"TableName"', () =>
        rude.destroy(),
      );
    });
    rude.once('close', () => resolve());
  });
  const bundle = sampleBundle();
  await storeOf(embedded).items.save(bundle);
  expect(await storeOf(embedded).items.get(bundle.item.id)).toEqual(bundle.item);
  await embedded.close();
});

test('a folder that cannot be used is an error that names it', async () => {
  await writeFile(join(folder, 'lock'), 'not a folder');
  await expect(open()).rejects.toMatchObject({ code: 'unavailable' });
  await expect(open()).rejects.toThrow(folder);
});

test('an owner that does not answer is an error that names its process', async () => {
  const lock = await takeOwnerLock(folder);
  await noteOwner(folder, 4711);
  const opened = openEmbeddedStore({ folder, log, waitMilliseconds: 100 });
  await expect(opened).rejects.toThrow(`process 4711 has the store in ${folder} open`);
  await lock?.release();
});
