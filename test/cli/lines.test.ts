import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../cli/lines.ts';

async function read(chunks: Buffer[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks))) lines.push(line);
  return lines;
}

test('lines are the same however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), fc.integer({ min: 1, max: 7 }), async (texts, size) => {
      const lines = texts.map((text) => text.replace(/[\r\n\ufeff\p{Cs}]/gu, ' '));
      const bytes = Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        bytes.subarray(n * size, (n + 1) * size),
      );
      expect(await read(chunks)).toEqual(lines);
    }),
  );
});

test('a last line needs no end, and U+2028 ends none', async () => {
  expect(await read([Buffer.from('a\u2028b\nc')])).toEqual(['a\u2028b', 'c']);
  expect(await read([])).toEqual([]);
});
