import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAround } from '../../../../lambda/common/text/sentence-around.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

const around = (text: string, words: string): string =>
  sentenceAround(text, text.indexOf(words), text.indexOf(words) + words.length);

describe('sentenceAround', () => {
  test.each([
    ['The pier opens on 9 June. Tickets are sold now.', '9 June', 'The pier opens on 9 June.'],
    ['Rain came. The pier opens on 9 June. Tickets are sold.', '9 June', 'The pier opens on 9 June.'],
    ['Rain came.\nThe pier opens on\n9 June', '9 June', '9 June'],
    ['Mr. Vane said on 9 June that Dr. Moss left. He stayed.', '9 June', 'Mr. Vane said on 9 June that Dr. Moss left.'],
    ['“It opens on 9 June.” He smiled.', '9 June', '“It opens on 9 June.”'],
    ['Really? On 9 June! Yes.', '9 June', 'On 9 June!'],
    ['9 June', '9 June', '9 June'],
    [
      'It costs 3.5 crowns from 9 June on, about 4.2 dollars.',
      '9 June',
      'It costs 3.5 crowns from 9 June on, about 4.2 dollars.',
    ],
    ['The date  is\t9 June.', '9 June', 'The date is 9 June.'],
  ])('%j', (text, words, sentence) => {
    expect(around(text, words)).toBe(sentence);
  });

  test('cuts an endless sentence at words', () => {
    const sentence = around(`${'before and '.repeat(200)}9 June ${'and after '.repeat(200)}`, '9 June');
    expect(sentence).toMatch(/^…(before|and) .* 9 June .* (and|after)…$/);
    expect(sentence.length).toBeLessThan(520);
  });

  test('holds the words whatever stands around them', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), fc.string({ maxLength: 600 }), (before, after) => {
        const text = `${before}9_June${after}`;
        expect(sentenceAround(text, before.length, before.length + 6)).toContain('9_June');
      }),
    );
  });

  test('takes the same time in a text of any length', () => {
    const text = 'It was. '.repeat(500_000);
    const started = processorMilliseconds();
    for (let start = 0; start < text.length; start += 40_000) sentenceAround(text, start, start + 2);
    expect(processorMilliseconds() - started).toBeLessThan(1_000);
  });
});
