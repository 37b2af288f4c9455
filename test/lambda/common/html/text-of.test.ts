import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../../lambda/common/html/html-to-text.ts';
import { foldPlainText, hasTags, textOf, textToHtml } from '../../../../lambda/common/html/text-of.ts';

describe('textOf', () => {
  it.each([
    ['plain text', 'a  b\nc\r\n\r\nd', 'a b c\n\nd'],
    ['plain text with entities', 'Q&amp;A\n\nb', 'Q&A\n\nb'],
    ['HTML', '<p>a\n\nb</p><p>c</p>', 'a b\n\nc'],
    ['what is no tag of HTML', 'Dear <Name>, Q&amp;A', 'Dear <Name>, Q&A'],
    ['a heart', 'I <3 ports & boats', 'I <3 ports & boats'],
  ])('%s', (_, text, expected) => {
    expect(textOf(text)).toBe(expected);
  });
});

it('hasTags tells tags from signs', () => {
  expect(['<p>', 'a<br/>', '</b>', '<!-- -->'].map(hasTags)).toEqual([true, true, true, true]);
  expect(['1 < 2', 'I <3 U', 'a&b', 'Dear <name>'].map(hasTags)).toEqual([false, false, false, false]);
});

it('textToHtml comes back as the folded text', () => {
  const text = 'a < b & “c”\n\nd  e';
  expect(htmlToText(textToHtml(text))).toBe(foldPlainText(text));
});
