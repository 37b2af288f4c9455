import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanHtml } from '../../../../lambda/common/html/scan-html.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

/** What a scan meets, as one line each. */
function events(html: string): string[] {
  const met: string[] = [];
  scanHtml(html, {
    text: (text) => met.push(`"${text}"`),
    open: (name) => met.push(`<${name}>`),
    close: (name) => met.push(`</${name}>`),
    attribute: (name, start, end) => met.push(`${name}=${html.slice(start, end)}`),
  });
  return met;
}

describe('scanHtml', () => {
  it.each<[string, string, string[]]>([
    ['tags of any case', '<P>a</P >', ['<p>', '"a"', '</p>']],
    [
      'attributes of each way to write them',
      '<a HREF="x y" b=\'z\' c = d e f=/g/>',
      ['<a>', 'href=x y', 'b=z', 'c=d', 'f=/g/'],
    ],
    ['a greater-than sign in quotes', '<a title="1 > 0">b</a>', ['<a>', 'title=1 > 0', '"b"', '</a>']],
    ['empty elements', '<br/><img src=x/>', ['<br>', '<img>', 'src=x/']],
    ['entities in text', 'a &amp; b', ['"a & b"']],
    ['tags as text in scripts', '<script>"<b>&amp;"</script>c', ['<script>', '""<b>&amp;""', '</script>', '"c"']],
    ['entities but no tags in titles', '<title>a &lt; <b></title>', ['<title>', '"a < <b>"', '</title>']],
    ['a script that never ends', '<script>a</scripts>', ['<script>', '"a</scripts>"']],
    ['comments of each way to end', 'a<!-- > -->b<!-->c<!-- --!>d', ['"a"', '"b"', '"c"', '"d"']],
    ['declarations', '<!doctype html>a<?xml?>b</ >c', ['"a"', '"b"', '"c"']],
    ['sections', '<![CDATA[a <b]]>c', ['"a <b"', '"c"']],
    ['no tags', '1 < 2 <3 <', ['"1 < 2 <3 <"']],
    ['a tag that breaks off', 'a<b href="c', ['"a"']],
    ['words behind what looks like a tag', 'a <b and c', ['"a <b and c"']],
  ])('%s', (_, html, expected) => {
    expect(events(html)).toEqual(expected);
  });

  it('gives every character of a text without tags', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replace(/[<&]/g, '');
        expect(events(plain)).toEqual(plain === '' ? [] : [`"${plain}"`]);
      }),
    );
  });

  it.each(['<p', '<a b="', '<!--', '<script>', '</a', '<title>', '<![CDATA[', "<a b='>", '<x a=b '])(
    'takes time in proportion to many %s',
    (unit) => {
      const time = (count: number): number => {
        const html = unit.repeat(count);
        const start = processorMilliseconds();
        events(html);
        return processorMilliseconds() - start;
      };
      time(50_000);
      expect(time(200_000)).toBeLessThan(12 * time(50_000) + 100);
    },
  );
});
