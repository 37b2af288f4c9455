import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../../lambda/common/html/html-to-text.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

describe('htmlToText', () => {
  it.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['line breaks', 'One<br>two<br/>three', 'One\ntwo\nthree'],
    ['two line breaks', 'One<br><br>two', 'One\n\ntwo'],
    ['lists', '<ul><li>a</li><li>b</li></ul>c', 'a\nb\n\nc'],
    ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['inline markup', 'He <b>s</b>aid <i>no</i> .', 'He said no .'],
    ['entities', 'Q&amp;A &ldquo;x&rdquo; &#8364; caf&eacute;', 'Q&A “x” € café'],
    ['white space', ' a \n\t b&nbsp;&nbsp;c ', 'a b c'],
    ['scripts and styles', 'a<script>if (x < y) z()</script><style>p{}</style> b', 'a b'],
    ['comments', 'a<!-- b -->c', 'ac'],
    ['quotations', 'She said <q>never</q>.', 'She said “never”.'],
    ['a bare less-than sign', '3 < 4 and 5 <6', '3 < 4 and 5 <6'],
    ['a tag cut in the middle', 'Read <a href="https://x', 'Read'],
    ['words behind what only looks like a tag', 'if a <b and c', 'if a <b and c'],
    ['CDATA marks', '<![CDATA[x]]>', 'x'],
    ['nothing', '', ''],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('loses no word, whatever stands around it', () => {
    const tags = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '<br>',
      '<li>',
      '</li>',
      '<b> ',
      '</table>',
      ' ',
      '\n',
      '<hr/>',
      '&nbsp;',
    );
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, tags)), (pairs) => {
        const text = htmlToText(pairs.map(([each, tag]) => each + tag).join(''));
        expect(text.replace(/\s+/g, '')).toBe(pairs.map(([each]) => each).join(''));
        expect(text).toBe(text.trim());
      }),
    );
  });

  it('changes nothing in a plain text of its own making', () => {
    const line = fc
      .array(fc.stringMatching(/^[A-Za-z0-9.,“”]{1,9}$/), { minLength: 1 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(line, (text) => {
        expect(htmlToText(text)).toBe(text);
      }),
    );
  });

  it.each(['<p', '<div>', '<', '&', '<!--', '</x>', '<a href="', '<q>', '<script>', '&#', '<br>'])(
    'takes time in proportion to many %s',
    (unit) => {
      const time = (count: number): number => {
        const html = unit.repeat(count);
        const start = processorMilliseconds();
        htmlToText(html);
        return processorMilliseconds() - start;
      };
      time(50_000);
      expect(time(200_000)).toBeLessThan(12 * time(50_000) + 100);
    },
  );
});
