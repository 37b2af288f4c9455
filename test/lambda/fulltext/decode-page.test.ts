import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../lambda/fulltext/decode-page.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodePage', () => {
  it.each([
    ['UTF-8 with a byte order mark', utf8('\uFEFFÉté'), 'text/html; charset=iso-8859-1', 'Été'],
    ['UTF-16 with a byte order mark', Uint8Array.from([0xff, 0xfe, 0xc9, 0, 0x74, 0]), undefined, 'Ét'],
    ['UTF-8 that is called Latin-1', utf8('Été'), 'text/html; charset=ISO-8859-1', 'Été'],
    [
      'the charset of the header',
      Uint8Array.from([0xd3, 0xe1, 0xc7, 0xe3]),
      'text/html; charset="windows-1256"',
      'سلام',
    ],
    [
      'the charset of <meta charset>',
      latin('<meta charset="windows-1251">\xcc\xe8\xf0'),
      'text/html',
      '<meta charset="windows-1251">Мир',
    ],
    [
      'the charset of <meta http-equiv>',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">\xb1'),
      undefined,
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">ą',
    ],
    ['windows-1252 where nothing is said', latin('\x93caf\xe9\x94'), undefined, '“café”'],
    ['windows-1252 where it is called iso-8859-1', latin('\x93a\x94\xe9'), 'text/html; charset=iso-8859-1', '“a”é'],
    ['an unknown charset', latin('caf\xe9'), 'text/html; charset=x-unknown', 'café'],
    ['a few wrong bytes in UTF-8', latin('caf\xc3\xa9 \xff end'), 'text/html; charset=utf-8', 'café \uFFFD end'],
    [
      'a page that calls itself UTF-16 byte by byte',
      utf8('<meta charset="utf-16">é'),
      undefined,
      '<meta charset="utf-16">é',
    ],
  ])('reads %s', (_name, bytes, contentType, text) => {
    expect(decodePage(bytes, contentType)).toBe(text);
  });
});
