import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../lambda/parse/parse-feed.ts';

type Bytes = (string | number[])[];
const bytes = (...parts: Bytes): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))));

const rss = (title: Bytes, declaration = ''): Uint8Array =>
  bytes(
    `${declaration}<rss version="2.0"><channel><title>Přístav</title><item><title>`,
    ...title,
    '</title></item></channel></rss>',
  );
const json = (title: Bytes): Uint8Array =>
  bytes(
    '{"version":"https://jsonfeed.org/version/1.1","title":"Přístav","items":[{"id":"1","title":"',
    ...title,
    '"}]}',
  );
const atom = (title: Bytes): Uint8Array =>
  bytes(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Přístav</title><entry><title>',
    ...title,
    '</title></entry></feed>',
  );

const DECLARED = [undefined, 'utf-8', 'UTF8', 'iso-8859-1', 'windows-1252'];

/** Texts of which a byte is wrong, and how they are read. */
const DAMAGED: [string, Bytes, string][] = [
  ['a byte of Latin-1', ['Loď čeká: “caf', [0xe9], '” zavřena'], 'Loď čeká: “caf\uFFFD” zavřena'],
  ['a lead byte without its end', ['Loď “čeká', [0xc3], '” zítra'], 'Loď “čeká\uFFFD” zítra'],
  ['a cut quotation mark', ['“Šest lodí”, řekla', [0xe2, 0x80]], '“Šest lodí”, řekla\uFFFD'],
  ['a continuation alone', ['Příliv “vrcholí', [0x9d], '”'], 'Příliv “vrcholí\uFFFD”'],
  ['a byte that UTF-8 never has', ['Tři čluny', [0xff], ' pluly'], 'Tři čluny\uFFFD pluly'],
  ['a cut emoji', ['Šťastnou plavbu', [0xf0, 0x9f, 0x98], '!'], 'Šťastnou plavbu\uFFFD!'],
  ['a form that is too long', ['Řeka stoupá', [0xc0, 0xaf], '.'], 'Řeka stoupá\uFFFD\uFFFD.'],
  ['half a surrogate', ['Řeka stoupá', [0xed, 0xa0, 0xbd], '.'], 'Řeka stoupá\uFFFD\uFFFD\uFFFD.'],
];

describe.each(DAMAGED)('UTF-8 with %s', (_name, title, expected) => {
  it.each(DECLARED)('in XML, declared as %s', async (charset) => {
    const declaration = charset === undefined ? '' : `<?xml version="1.0" encoding="${charset}"?>`;
    const { title: name, entries, warnings } = await parseFeed(rss(title, declaration));
    expect([name, entries[0]?.title]).toEqual(['Přístav', expected]);
    expect(warnings.map(({ code }) => code)).toEqual(['bytes-replaced']);
  });

  it.each(DECLARED)('in XML, called %s by the server', async (charset) => {
    const headers = { 'content-type': charset === undefined ? 'text/xml' : `text/xml; charset=${charset}` };
    const { entries } = await parseFeed(rss(title), { headers });
    expect(entries[0]?.title).toBe(expected);
  });

  it('in Atom, in JSON, and behind a byte order mark', async () => {
    for (const document of [atom(title), json(title), Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), json(title)])]) {
      const { entries, warnings } = await parseFeed(document);
      expect(entries[0]?.title).toBe(expected);
      expect(warnings.map(({ code }) => code)).toContain('bytes-replaced');
    }
  });
});

describe('what is no UTF-8', () => {
  it.each<[string, Bytes, string | undefined, string]>([
    ['windows-1252', [[0x93], 'caf', [0xe9], [0x94]], undefined, '“café”'],
    [
      'windows-1252 that looks like UTF-8 once',
      ['CAF', [0xc9, 0x94], ' ', [0xe9], 't', [0xe9]],
      undefined,
      'CAFÉ” été',
    ],
    ['windows-1252 that is called UTF-8', ['d', [0xe9], 'j', [0xe0], ' vu'], 'utf-8', 'déjà vu'],
    [
      'windows-1251',
      [[0xcf, 0xee, 0xf0, 0xf2], ' ', [0xe7, 0xe0, 0xea, 0xf0, 0xfb, 0xf2]],
      'windows-1251',
      'Порт закрыт',
    ],
    ['GBK', [[0xb8, 0xdb, 0xbf, 0xda, 0xb9, 0xd8, 0xb1, 0xd5]], 'gb2312', '港口关闭'],
  ])('is read as %s', async (_name, title, charset, expected) => {
    const headers: Record<string, string> = charset ? { 'content-type': `text/xml; charset=${charset}` } : {};
    const plain = bytes('<rss><channel><item><title>', ...title, '</title></item></channel></rss>');
    expect((await parseFeed(plain, { headers })).entries[0]?.title).toBe(expected);
  });
});

describe('characters in two surrogates (CESU-8)', () => {
  const SMILE = [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80];
  it.each<[string, Uint8Array, string]>([
    ['RSS', rss(['Loď ', SMILE, SMILE]), 'Loď 😀😀'],
    ['RSS of ASCII otherwise', bytes('<rss><channel><item><title>', SMILE, '</title></item></channel></rss>'), '😀'],
    ['Atom', atom([SMILE, ' Loď']), '😀 Loď'],
    ['JSON', json(['a', SMILE]), 'a😀'],
    ['RSS that has wrong bytes beside', rss([SMILE, ' Loď ', [0xff]]), '😀 Loď \uFFFD'],
  ])('in %s', async (_name, document, expected) => {
    const { entries, warnings } = await parseFeed(document);
    expect(entries[0]?.title).toBe(expected);
    expect(warnings.map(({ code }) => code)).toContain('surrogates-joined');
  });
});

it('UTF-8 counts where another charset is declared, once it cannot be by chance', async () => {
  const declaration = '<?xml version="1.0" encoding="windows-1251"?>';
  const { entries, warnings } = await parseFeed(rss(['Порт закрыт до вторника'], declaration));
  expect(entries[0]?.title).toBe('Порт закрыт до вторника');
  expect(warnings.map(({ code }) => code)).toEqual(['charset-wrong']);
});
