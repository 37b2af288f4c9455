import { describe, expect, it } from 'vitest';
import { encodedOnce } from '../../../lambda/common/charset/encoded-twice.ts';
import { parseFeed } from '../../../lambda/parse/parse-feed.ts';
import { processorMilliseconds } from '../../support/processor-time.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => parseFeed(bytes(text), { url: 'https://a.example/feed' });
const codes = (document: { warnings: { code: string }[] }): string[] => document.warnings.map(({ code }) => code);
const rss = (items: string, after = ''): string =>
  `<rss version="2.0"><channel><title>Tides</title>${items}</channel></rss>${after}`;
const json = (items: string): string =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"Tides","items":[${items}]}`;

describe('JSON that is none', () => {
  it.each<[string, string, string]>([
    ['a raw line break in a string', json('{"id":"1","title":"Ferry\nreturns"}'), 'Ferry returns'],
    ['a raw tab in a string', json('{"id":"1","title":"Ferry\treturns"}'), 'Ferry returns'],
    ['other raw control characters', json('{"id":"1","title":"Ferry\u0001 returns\u0000"}'), 'Ferry returns'],
    ['a comma behind the last item', json('{"id":"1","title":"Ferry returns",},'), 'Ferry returns'],
    ['a comma before the end', json('{"id":"1","title":"Ferry returns"}').replace(/}$/, ',}'), 'Ferry returns'],
    ['a comma in a list of tags', json('{"id":"1","title":"Ferry returns","tags":["a","b",]}'), 'Ferry returns'],
    ['text behind its end', `${json('{"id":"1","title":"Ferry returns"}')}\n<!-- served in 3 ms -->`, 'Ferry returns'],
    ['a comment', json('/* first */ {"id":"1","title":"Ferry returns"}'), 'Ferry returns'],
    ['bare names and single marks', `{version:'1', items:[{id:'1', title:'Ferry returns'}]}`, 'Ferry returns'],
    [
      'brackets and escapes in a string',
      json('{"id":"1","title":"Ferry\n\\"returns\\" \\u00e9 ]}{[ \\\\",}'),
      'Ferry "returns" é ]}{[ \\',
    ],
  ])('with %s is repaired, with a warning', async (_name, text, title) => {
    const document = await read(text);
    expect(document.entries.map((entry) => entry.title)).toEqual([title]);
    expect(codes(document).join()).toMatch(/json-repaired|control-characters/);
  });

  it.each([
    ['a byte order mark', Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), bytes(json('{"id":"1","title":"é"}'))])],
    ['two of them', bytes(`\uFEFF\uFEFF${json('{"id":"1","title":"é"}')}`)],
    ['UTF-16', Buffer.from(`\uFEFF${json('{"id":"1","title":"é"}')}`, 'utf16le')],
  ])('is not what begins with %s', async (_name, document) => {
    const { entries, warnings } = await parseFeed(document);
    expect([entries[0]?.title, warnings]).toEqual(['é', []]);
  });

  it.each(['{', '{"items":[', '{"items" 1}', '{"a":"b', `{"items":${'['.repeat(100_000)}`])(
    '%.20s is told',
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({ code: expect.stringMatching(/malformed|not-a-feed/) });
    },
  );

  it.each<[string, (count: number) => string]>([
    ['stray marks', (count) => json(`{"id":"${'x" y" '.repeat(count)}"}`)],
    ['open brackets', (count) => '{"items":['.repeat(count)],
    ['backslashes', (count) => `{"items":["${'\\'.repeat(count)}`],
    ['line breaks', (count) => json(`{"id":"${'x\n'.repeat(count)}"}`)],
    ['commas', (count) => json(`${'{},'.repeat(count)}`)],
  ])('takes linear time for %s', async (_name, write) => {
    const start = processorMilliseconds();
    await read(write(200_000)).catch(() => null);
    expect(processorMilliseconds() - start).toBeLessThan(10_000);
  });
});

describe('text that was encoded twice', () => {
  const twice = (text: string): string => Buffer.from(bytes(text)).toString('latin1');
  it.each(['Itâ€™s late', 'He said â€œno.â€ twice', 'cafÃ© Ã  la crÃ¨me', 'Ð¿Ð¾Ñ€Ñ‚', 'Â£5 for tea'])(
    '%s is read as it was meant',
    async (text) => {
      const document = await read(rss(`<item><title>${text}</title></item>`));
      expect(document.entries[0]?.title).not.toMatch(/[ÃÂâÐ]/);
      expect(codes(document)).toContain('encoded-twice');
    },
  );

  it.each(['Loď čeká', 'Порт закрыт', 'naïve café', '港は閉鎖', 'الميناء'])(
    '%s comes back, in RSS and JSON',
    async (text) => {
      for (const document of [
        rss(`<item><title>${twice(text)}</title></item>`),
        json(`{"id":"1","title":"${twice(text)}"}`),
      ]) {
        const { entries, warnings } = await read(document);
        expect(entries[0]?.title).toBe(text);
        expect(warnings.map(({ code }) => code)).toEqual(['encoded-twice']);
      }
    },
  );

  it.each(['„Spaß“', 'CAFÉ”', 'Itâ€™s “fine”', 'Â', 'São Paulo – café', 'ÑÃO', '“É”', 'Übergrößenträger', 'Ä“'])(
    '%s stays',
    (text) => {
      expect(encodedOnce(text)).toBe(text);
    },
  );
});

describe('bodies escaped twice', () => {
  const BODY = '<p>Ann Roe said <b>no</b>.</p>';
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  it.each<[string, string]>([
    ['RSS', rss(`<item><title>A</title><description>${escaped(escaped(BODY))}</description></item>`)],
    ['a section of RSS', rss(`<item><title>A</title><description><![CDATA[${escaped(BODY)}]]></description></item>`)],
    [
      'RSS, three times',
      rss(`<item><title>A</title><description>${escaped(escaped(escaped(BODY)))}</description></item>`),
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><content type="html">${escaped(escaped(BODY))}</content></entry></feed>`,
    ],
    ['JSON', json(`{"id":"1","content_html":${JSON.stringify(escaped(BODY))}}`)],
  ])('of %s are markup', async (_name, text) => {
    expect((await read(text)).entries[0]?.contentHtml).toBe(BODY);
  });

  it.each(['Write &lt;p&gt; for a paragraph.', '&lt;b&gt; is bold', 'a &lt; b', '<p>&lt;p&gt; begins one</p>'])(
    '%s is no such body',
    async (text) => {
      const document = await read(rss(`<item><title>A</title><description>${escaped(text)}</description></item>`));
      expect(document.entries[0]?.contentHtml ?? '').not.toContain('<p> for');
      expect(document.entries[0]?.contentHtml ?? '&lt;').toContain('&lt;');
    },
  );
});

describe('control characters from references', () => {
  it.each<[string, string]>([
    ['decimal', 'Fe&#1;rry&#8;'],
    ['hexadecimal', 'Fe&#x1;rry&#x1F;'],
    ['non-characters', 'Ferry&#xFFFF;&#xfffe;'],
  ])('%s are removed', async (_name, title) => {
    const { entries } = await read(
      rss(
        `<item><title>${title}</title><description><![CDATA[<p title="${title}">${title}</p>]]></description></item>`,
      ),
    );
    expect(entries[0]?.title).toBe('Ferry');
  });
});

describe('behind the end of a feed', () => {
  it.each<[string, string]>([
    ['an item', rss('<item><title>A</title></item>', '<item><title>B</title></item>')],
    ['another feed', rss('<item><title>A</title></item>', rss('<item><title>B</title></item>'))],
    ['a page', rss('<item><title>A</title></item>', '<html><body><item><title>B</title></item></body></html>')],
    [
      'an entry of Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title></entry></feed><entry><title>B</title></entry>',
    ],
  ])('%s is none', async (_name, text) => {
    const document = await read(text);
    expect(document.entries.map(({ title }) => title)).toEqual(['A']);
    expect(codes(document)).toContain('trailing-junk');
  });
});

describe('more than 10,000 entries', () => {
  const date = (n: number): string => new Date(Date.UTC(2000, 0, 1) + n * 3_600_000).toISOString();
  const LISTS: [string, (n: number) => number][] = [
    ['oldest first', (n) => n],
    ['newest first', (n) => 12_344 - n],
    ['in no order', (n) => (n * 7_919) % 12_345],
  ];
  it.each(LISTS)('%s: the newest are kept, and it is said how many are not', async (_name, place) => {
    const numbers = Array.from({ length: 12_345 }, (_, n) => place(n));
    const xml = numbers.map((n) => `<item><title>${n}</title><pubDate>${date(n)}</pubDate></item>`).join('');
    const list = numbers.map((n) => `{"id":"${n}","title":"${n}","date_published":"${date(n)}"}`).join(',');
    for (const text of [rss(xml), json(list)]) {
      const document = await read(text);
      expect(document.entries.map(({ title }) => Number(title))).toEqual(numbers.filter((n) => n >= 2_345));
      expect(document.warnings).toEqual([
        { code: 'too-many-entries', message: '2345 of 12345 entries were left out: the newest 10000 are kept' },
      ]);
    }
  });

  it('without dates: the first', async () => {
    const document = await read(
      rss(Array.from({ length: 10_003 }, (_, n) => `<item><title>${n}</title></item>`).join('')),
    );
    expect([document.entries.length, document.entries[0]?.title, document.entries.at(-1)?.title]).toEqual([
      10_000,
      '0',
      '9999',
    ]);
  });
});

describe('the link of an entry in several languages', () => {
  const links =
    '<link href="https://a.example/de" hreflang="de"/><link href="https://a.example/en" hreflang="en-GB"/><link href="https://a.example/ar" hreflang="ar"/>';
  it.each([
    ['de', 'de'],
    ['en', 'en'],
    ['en-US', 'en'],
    ['ar', 'ar'],
    ['fr', 'de'],
  ])('of a feed in %s is that of %s', async (language, expected) => {
    const feed = (own: string, entry: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" ${own}><title>T</title><entry ${entry}><title>A</title>${links}</entry></feed>`;
    const lang = `xml:lang="${language}"`;
    for (const text of [feed(lang, ''), feed('', lang)]) {
      expect((await read(text)).entries[0]?.url).toBe(`https://a.example/${expected}`);
    }
  });
});

describe('the outlet behind an aggregator', () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    [
      'RSS',
      rss('<item><title>A</title><source url="https://bay.example/rss">Bay &amp; Hill Post</source></item>'),
      'Bay & Hill Post',
      'https://bay.example/rss',
    ],
    ['RSS without an address', rss('<item><title>A</title><source>Bay Post</source></item>'), 'Bay Post', undefined],
    [
      'RSS with what is no address',
      rss('<item><title>A</title><source url="javascript:x">Bay Post</source></item>'),
      'Bay Post',
      undefined,
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><source><title>Bay Post</title><category term="no"/></source></entry></feed>',
      'Bay Post',
      undefined,
    ],
    ['none', rss('<item><title>A</title></item>'), undefined, undefined],
  ])('of %s', async (_name, text, source, sourceUrl) => {
    const [entry] = (await read(text)).entries;
    expect([entry?.title, entry?.source, entry?.sourceUrl, entry?.tags]).toEqual(['A', source, sourceUrl, []]);
  });
});

describe('authors that are glued to their outlet', () => {
  it.each<[string, string[]]>([
    ['ANN ROE and TOM PELLAssociated Press', ['ANN ROE and TOM PELL', 'Associated Press']],
    ['Ann RoeReuters', ['Ann Roe', 'Reuters']],
    ['Ann Roe and Tom PellBay Hill Post', ['Ann Roe and Tom Pell', 'Bay Hill Post']],
    ['Ann RoeStaff Writer', ['Ann Roe', 'Staff Writer']],
    ['Ann MacDonald', ['Ann MacDonald']],
    ['Roe, Ann', ['Roe, Ann']],
    ['Ann McPress of the Bay Post', ['Ann McPress of the Bay Post']],
    ['Associated Press', ['Associated Press']],
  ])('%s', async (line, authors) => {
    expect((await read(rss(`<item><title>A</title><author>${line}</author></item>`))).entries[0]?.authors).toEqual(
      authors,
    );
  });
});
