import { afterEach, expect, test } from 'vitest';
import { extract } from '../../lambda/extract/extract.ts';
import { createExtractor, type Extractor } from '../../local/extractor.ts';

const inputs = Array.from({ length: 6 }, (_, number) => ({
  text: `“We opened ferry ${number} today,” said harbour master Ida Holt. The next one sails on 3 May 2027.`,
  title: `Ferry ${number}`,
  publishedAt: '2026-11-03T10:00:00Z',
  fetchedAt: '2026-11-03T11:00:00Z',
  language: 'en',
}));

let extractor: Extractor;
afterEach(() => extractor.rest());

test('few texts are read here, and no thread is started', async () => {
  extractor = createExtractor(inputs.length);
  expect(await Promise.all(inputs.map(extractor.extract))).toEqual(inputs.map(extract));
  expect(extractor.isThreaded()).toBe(false);
});

test('many texts are read by a thread, each to what it gives here, also those under way when it ends, and those after it', async () => {
  extractor = createExtractor(0);
  await expect
    .poll(async () => (await extractor.extract(inputs[0]!)) && extractor.isThreaded(), { timeout: 20_000 })
    .toBe(true);
  expect(await Promise.all(inputs.map(extractor.extract))).toEqual(inputs.map(extract));

  const underWay = inputs.map(extractor.extract);
  await extractor.rest();
  expect(extractor.isThreaded()).toBe(false);
  expect(await Promise.all(underWay)).toEqual(inputs.map(extract));
  expect(await extractor.extract(inputs[1]!)).toEqual(extract(inputs[1]!));
});
