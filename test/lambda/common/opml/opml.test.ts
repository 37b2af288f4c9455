import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedOf } from '../../../../lambda/api/feeds/subscribe.ts';
import { readOpml } from '../../../../lambda/common/opml/read-opml.ts';
import { writeOpml } from '../../../../lambda/common/opml/write-opml.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

const clock = { now: () => Date.parse('2026-05-01T12:00:00Z') };

describe('readOpml', () => {
  test('nested folders, names from title or text, any case of attributes', () => {
    const found = readOpml(
      `<?xml version="1.0"?><OPML><body><outline text="World"><outline text="Wires &amp; co">
        <outline text="t" title="Tarrow" XMLURL=" https://a.example/f?x=1&amp;y=2 " htmlUrl="https://a.example/" category="wire, fast"/>
      </outline></outline><outline xmlUrl="https://b.example/"/></body></OPML>`,
    );
    expect(found).toEqual([
      {
        url: 'https://a.example/f?x=1&y=2',
        line: 2,
        title: 'Tarrow',
        siteUrl: 'https://a.example/',
        folder: 'World/Wires & co',
        tags: ['wire', 'fast'],
      },
      { url: 'https://b.example/', line: 3, title: null, siteUrl: null, folder: null, tags: [] },
    ]);
  });

  test('outlines that should be feeds and have no address are kept, to be told', () => {
    const found = readOpml(
      '<opml><outline text="a" xmlUrl=" "/><outline text="b" type="rss"/><outline text="c"/></opml>',
    );
    expect(found.map(({ title, url }) => [title, url])).toEqual([
      ['a', ''],
      ['b', ''],
    ]);
  });

  test.each([
    ['', 'empty'],
    ['<html></html>', 'not-opml'],
    ['<opml>'.repeat(5000), 'too-deep'],
  ])('%.20s is refused', (text, code) => {
    expect(() => readOpml(text)).toThrow(expect.objectContaining({ code }));
  });

  test('comments, declarations, CDATA, other entities, missing ends and ends of nothing are taken as they come', () => {
    const found = readOpml(
      `\ufeff<?xml version="1.0"?><!DOCTYPE opml><opml><!-- <outline xmlUrl="https://no.example/"/> --><head><title>a < b</title></head>
      <body><![CDATA[<outline xmlUrl="https://no.example/"/>]]><outline text='One &#233;&#x2014;&apos;&nbsp;' /></outline>
      <outline text="Two"><outline xmlUrl='https://a.example/'><outline xmlUrl="https://b.example/"></body>
      <outline xmlUrl="https://c.example/" title="&#0;&#x110000;"/></opml><outline xmlUrl="https://d.example/`,
    );
    expect(found.map(({ url, folder, title }) => [url, folder, title])).toEqual([
      ['https://a.example/', 'Two', null],
      ['https://b.example/', 'Two', null],
      ['https://c.example/', null, '\ufffd\ufffd'],
    ]);
  });

  const list = (encoding: string): string =>
    `<?xml version="1.0"${encoding}?><opml version="2.0"><body><outline text="Café à Žďár"><outline text="Ñandú" xmlUrl="https://a.example/é"/></outline></body></opml>`;
  const latin = (text: string): Uint8Array => Buffer.from(text.replaceAll('Ž', '\u008e').replace('ď', 'd'), 'latin1');
  const swapped = (bytes: Buffer): Uint8Array => Buffer.from(bytes).swap16();
  const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
  test.each<[string, Uint8Array, string]>([
    ['ISO-8859-1', Buffer.from(list(' encoding="ISO-8859-1"').replace('Žďár', 'Zdár'), 'latin1'), 'Café à Zdár'],
    ['windows-1252', latin(list(" encoding='windows-1252'")), 'Café à Ždár'],
    ['ISO-8859-1 in name, windows-1252 in fact', latin(list(' encoding="iso-8859-1"')), 'Café à Ždár'],
    ['UTF-16LE behind its mark', wide(`\ufeff${list(' encoding="UTF-16"')}`), 'Café à Žďár'],
    ['UTF-16BE behind its mark', swapped(wide(`\ufeff${list(' encoding="UTF-16"')}`)), 'Café à Žďár'],
    ['UTF-16LE without a mark', wide(list(' encoding="UTF-16"')), 'Café à Žďár'],
    ['UTF-16BE without a mark or a name', swapped(wide(list(''))), 'Café à Žďár'],
    ['UTF-8 behind its mark', Buffer.from(`\ufeff${list('')}`), 'Café à Žďár'],
    ['UTF-8 that is called UTF-16', Buffer.from(list(' encoding="UTF-16"')), 'Café à Žďár'],
    ['UTF-8 without a name', Buffer.from(list('')), 'Café à Žďár'],
  ])('bytes: %s', (_name, bytes, folder) => {
    expect(readOpml(bytes)).toMatchObject([{ url: 'https://a.example/é', title: 'Ñandú', folder }]);
  });

  test('100,000 nested elements are refused at once', () => {
    const began = processorMilliseconds();
    expect(() => readOpml('<outline text="x">'.repeat(100_000))).toThrow('nested deeper');
    expect(processorMilliseconds() - began).toBeLessThan(1000);
  });

  test('never throws but its own errors', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          readOpml(`<opml>${text}`);
        } catch (error) {
          expect(error).toHaveProperty('code');
        }
      }),
    );
  });
});

test('what is written is read as it was', () => {
  const word = fc
    .string({ unit: fc.constantFrom('a', 'B', '<', '&', '"', "'", 'é', '新', ' ', '>') })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const feed = fc.record({
    url: fc.nat(50).map((n) => `https://feed-${n}.example/?a=1&b=2`),
    title: word,
    folder: fc.option(fc.array(word, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'))),
    tags: fc.array(word.filter((tag) => !tag.includes(','))),
  });
  fc.assert(
    fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url }), (wishes) => {
      const feeds = wishes.map((wish) => feedOf(wish, clock));
      const key = ({ url }: { url: string }) => url;
      const expected = feeds.map(({ url, title, siteUrl, folder, tags }) => ({ url, title, siteUrl, folder, tags }));
      const found = readOpml(writeOpml(feeds)).map(({ line: _, ...outline }) => outline);
      expect(found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(
        expected.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
      );
    }),
  );
});
