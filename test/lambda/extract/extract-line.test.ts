import { describe, expect, it } from 'vitest';
import { extract } from '../../../lambda/extract/extract.ts';
import { extractLine, extractLineInputSchema } from '../../../lambda/extract/extract-line.ts';

const TEXT = 'OSLO, Nov 14 (Reuters) - Ilva Roe said on Monday the quay would open on Friday.';

describe('extractLine', () => {
  it('is the extraction under its id', () => {
    const line = extractLineInputSchema.parse({ id: 'a-1', text: TEXT, title: null, publishedAt: '2023-11-14' });
    expect(extractLine(line)).toEqual({ id: 'a-1', ...extract({ text: TEXT, publishedAt: '2023-11-14' }) });
  });

  it('keeps a number as id and needs nothing but the text', () => {
    expect(extractLine({ id: 7, text: TEXT })).toMatchObject({ id: 7, publishedAtSource: null });
  });

  it.each([{}, { id: 'a' }, { id: 'a', text: 5 }])('refuses %j', (line) => {
    expect(extractLineInputSchema.safeParse(line).success).toBe(false);
  });
});
