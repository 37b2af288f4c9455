import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Warnings } from '../../../../lambda/parse/warnings.ts';
import { scanXml } from '../../../../lambda/parse/xml/scan-xml.ts';

/** What a scan meets, neighbouring texts joined; an opening tag with its attributes and its place. */
function events(xml: string): string[] {
  const met: string[] = [];
  const handler = {
    open: (name: string, attributes: ReadonlyMap<string, string>, place: number) =>
      void met.push(`<${name}${[...attributes].map(([key, value]) => ` ${key}=${value}`).join('')}>@${place}`),
    close: (name: string) => void met.push(`</${name}>`),
    text: (text: string) => {
      if (met.at(-1)?.startsWith('"')) met.push(`${met.pop()}${text}`);
      else met.push(`"${text}`);
    },
  };
  scanXml(xml, handler, new Warnings());
  return met;
}

describe('scanXml', () => {
  it.each<[string, string, string[]]>([
    ['elements, attributes and texts', '<a b="c &amp; d">e</a>', ['<a b=c & d>@0', '"e', '</a>']],
    ['empty elements', '<a/><b c="d"/>', ['<a>@0', '</a>', '<b c=d>@4', '</b>']],
    ['a section right behind its tag', '<a><![CDATA[<b>&amp;]]></a>', ['<a>@0', '"<b>&amp;', '</a>']],
    [
      'sections, and what stands between and behind',
      '<a>x<![CDATA[y]]><![CDATA[z]]> <b/>',
      ['<a>@0', '"xyz ', '<b>@31', '</b>'],
    ],
    ['no section in a comment', '<a><!-- <![CDATA[ --><b/><!-- ]]> -->', ['<a>@0', '<b>@21', '</b>']],
    ['no section in an attribute', '<a b="<![CDATA[x]]>">c</a>', ['<a b=<![CDATA[x]]>>@0', '"c', '</a>']],
    ['no section in a section', '<a><![CDATA[x<![CDATA[y]]>z', ['<a>@0', '"x<![CDATA[yz']],
    ['a section that never ends', '<a><![CDATA[x', ['<a>@0', '"x']],
    ['a section behind an end tag', '<a></a ><![CDATA[x]]>', ['<a>@0', '</a>', '"x']],
  ])('%s', (_, xml, expected) => {
    expect(events(xml)).toEqual(expected);
  });

  it('reads a section as it reads the same text escaped', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '<', '>', '&', ']', '"', '<b>', '<!--', ' ') });
    fc.assert(
      fc.property(text, (given) => {
        const plain = given.replaceAll(']]>', '');
        const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        expect(events(`<a><![CDATA[${plain}]]></a>`).filter((event) => event !== '"')).toEqual(
          events(`<a>${escaped}</a>`),
        );
      }),
    );
  });
});
