import { describe, expect, test } from 'vitest';
import { cutText, readablePart } from '../../../lambda/pipeline/cut-text.ts';
import { extractionInput } from '../../../lambda/pipeline/extraction-input.ts';
import { prepareItem } from '../../../lambda/pipeline/store-items.ts';
import { NOW, normalised } from './support.ts';

const context = { now: NOW, retentionDays: 30 };
const PARAGRAPH = 'The ferry is back on the bay after two winters in the yard, and its owners are glad of that.\n\n';

describe('a text', () => {
  test('of 250 KB and less stays as it is', () => {
    const item = normalised({ contentText: 'a'.repeat(200_000) });
    expect(cutText(item)).toBe(item);
  });

  test('of more is cut, and a warning gives its length', () => {
    const { contentText, warnings } = cutText(normalised({ contentText: 'é'.repeat(200_000) }));
    expect(contentText).toBe('é'.repeat(128_000));
    const message = 'contentText has 400000 bytes, and is cut to the first 256000';
    expect(warnings).toEqual([{ code: 'text-cut', message, place: 'contentText' }]);
  });

  test('is cut between characters', () => {
    const { contentText } = cutText(normalised({ contentText: `a${'😀'.repeat(70_000)}` }));
    expect(contentText).toBe(`a${'😀'.repeat(63_999)}`);
  });
});

describe('what is read of a text', () => {
  test('ends with the paragraph before 200,000 characters', () => {
    const read = readablePart(PARAGRAPH.repeat(3000));
    expect(read.length).toBeGreaterThan(199_000);
    expect(read.length).toBeLessThanOrEqual(200_000);
    expect(read.endsWith('glad of that.\n')).toBe(true);
  });

  test('ends between characters where there is no paragraph', () => {
    expect(readablePart(`a${'😀'.repeat(150_000)}`)).toBe(`a${'😀'.repeat(99_999)}`);
  });

  test('is told once, however often it is read again, and statements behind it are not there', () => {
    const said = '“It is a good day for us,” said Ada Brook.\n\n';
    const contentText = said + PARAGRAPH.repeat(2250) + said;
    const item = cutText(cutText(normalised({ contentText })));
    expect(item.warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      `text-read-in-part: contentText has ${contentText.length} characters; statements and dates are those of the first ${extractionInput(item).text.length}`,
    ]);
    const { bundle } = prepareItem({ item, known: null }, context);
    expect(bundle.item.contentText).toBe(contentText);
    expect(bundle.statements.map(({ text }) => text)).toEqual(['It is a good day for us']);
  });
});

test('a name that is none for its length leaves its statement without a speaker, and says so', () => {
  const name = `Ada ${'Brook'.repeat(100)}`;
  const text = `The ferry is back on the bay. “It is a good day for us,” said ${name}. “We never gave up,” said Bo Lee.`;
  const { bundle, observations } = prepareItem({ item: normalised({ contentText: text }), known: null }, context);
  expect(bundle.statements.map(({ speaker }) => speaker?.name ?? null)).toEqual([null, 'Bo Lee']);
  expect(observations.map(({ id }) => id)).toEqual(['bo-lee']);
  expect(bundle.item.warnings.map(({ code }) => code)).toEqual(['name-too-long']);
});
