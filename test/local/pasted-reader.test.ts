import { afterEach, expect, test } from 'vitest';
import { extract } from '../../lambda/extract/extract.ts';
import { createPastedReader } from '../../local/pasted-reader.ts';

let reader: ReturnType<typeof createPastedReader>;
afterEach(() => reader.rest());

const SAID = '“We opened the ferry today,” said harbour master Ida Holt. The next one sails on 3 May 2027.\n\n';
const long = { text: SAID.repeat(1000), publishedAt: '2026-11-03T10:00:00Z' };

test('a pasted text is read, short or long', async () => {
  reader = createPastedReader(60_000);
  expect(await reader.extract({ text: SAID })).toEqual(extract({ text: SAID }));
  expect(await reader.extract(long)).toEqual(extract(long));
});

test('one that takes more than its time is an error that names the text, and the next one is read', async () => {
  reader = createPastedReader(1);
  const error = {
    code: 'takes-too-long',
    pointer: '/text',
    message: expect.stringContaining('took more than 0.001 s'),
  };
  await expect(reader.extract(long)).rejects.toMatchObject(error);
  expect(await reader.extract({ text: SAID })).toEqual(extract({ text: SAID }));
});
