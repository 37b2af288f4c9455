import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, onTestFinished, test } from 'vitest';
import { createWriter } from '../../../../local/embedded-store/engine/writer.ts';

/** A database whose writes and openings fail while the test says so. */
async function failingLevel() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-writer-'));
  const level = new ClassicLevel<string, string>(folder);
  await level.open();
  const failing = { batch: false, open: false };
  const [batch, open] = [level.batch.bind(level), level.open.bind(level)];
  level.batch = ((operations: never) =>
    failing.batch ? Promise.reject(new Error('the disk is full')) : batch(operations)) as typeof level.batch;
  level.open = (() => (failing.open ? Promise.reject(new Error('the disk is full')) : open())) as typeof level.open;
  onTestFinished(async () => {
    await level.close();
    await rm(folder, { recursive: true });
  });
  return { level, failing };
}

const put = (sk: string) => [{ key: { pk: 'p', sk }, become: () => ({ pk: 'p', sk }) }];

test('after a write that failed the database is opened anew, as soon as that can be done', async () => {
  const { level, failing } = await failingLevel();
  const writer = createWriter(level);
  await writer.write(put('before'));
  Object.assign(failing, { batch: true, open: true });
  await expect(writer.write(put('lost'))).rejects.toThrow('the disk is full');
  await expect(writer.write(put('lost too'))).rejects.toThrow();
  Object.assign(failing, { batch: false, open: false });
  await writer.write(put('after'));
  expect((await level.keys().all()).map((key) => key.split('\u0000')[1])).toEqual(['after', 'before']);
});

test('a writer that is closed does what was asked for, and opens nothing again', async () => {
  const { level } = await failingLevel();
  const writer = createWriter(level);
  const written = writer.write(put('in time'));
  await writer.close();
  await written;
  await expect(writer.write(put('too late'))).rejects.toThrow('the database is closed');
  expect(level.status).toBe('closed');
});
