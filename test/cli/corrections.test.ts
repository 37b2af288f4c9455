import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateline, type Ended, temporaryFolder } from '../support/cli.ts';

const SAMPLE = new URL('../../samples/sample-feed.xml', import.meta.url).pathname;

let data: { folder: string; remove: () => Promise<void> };
const run = (...words: string[]): Promise<Ended> => dateline([...words, '--data', join(data.folder, 'store')]);
const rows = async (...words: string[]) => JSON.parse((await run(...words, '--json')).stdout);
let statements: { id: string; speaker: { id: string; name: string } | null; text: string }[];

beforeAll(async () => {
  data = await temporaryFolder();
  await run('ingest', SAMPLE);
  statements = await rows('statements', '--limit', '0');
});
afterAll(() => data.remove());

test('a statement is given to another speaker, listed, and taken back', async () => {
  const one = statements.find(({ speaker }) => speaker?.id);
  const id = one?.id ?? '';
  const made = await run(
    'corrections',
    'add',
    id,
    '--new-speaker',
    'Vera Quill',
    '--role',
    'clerk',
    '--note',
    'heard it',
    '--json',
  );
  expect(made.code).toBe(0);
  expect(JSON.parse(made.stdout)).toMatchObject({
    correction: { statementId: id, by: 'command line', note: 'heard it' },
    statement: { speaker: { id: 'vera-quill', role: 'clerk' } },
  });
  expect((await rows('statements', '--speaker', 'quill')).map((row: { id: string }) => row.id)).toEqual([id]);
  const list = await run('corrections', 'list');
  expect(list.stdout).toContain('said by Vera Quill (heard it)');
  const shown = await run('show', id);
  expect(shown.stdout).toMatch(/rules had: +“/);
  expect((await run('corrections', 'remove', id)).code).toBe(0);
  expect(await rows('corrections', 'list')).toEqual([]);
  expect(await rows('statements', '--limit', '0')).toMatchObject(
    statements.map(({ id: same, text }) => ({ id: same, text })),
  );
});

test('one that is none goes from the lists, and what is wrong is told', async () => {
  const [, two] = statements;
  const id = two?.id ?? '';
  expect((await run('corrections', 'add', id, '--not-a-statement')).code).toBe(0);
  expect((await rows('statements', '--limit', '0')).map((row: { id: string }) => row.id)).not.toContain(id);
  expect((await run('corrections', 'remove', id.slice(0, 12))).code).toBe(0);
  expect((await run('corrections', 'remove', id)).code).toBe(3);
  expect((await run('corrections', 'add', 'no-such-statement', '--not-a-statement')).code).toBe(3);
  expect((await run('corrections', 'add', id)).code).toBe(2);
  expect((await run('corrections', 'add', id, '--speaker', 'Nobody Atall')).code).toBe(3);
  expect((await run('corrections', 'add', id, '--words', 'words that stand nowhere')).code).toBe(4);
  expect((await run('corrections', 'add', id, '--not-a-statement', '--words', 'x')).code).toBe(2);
});
