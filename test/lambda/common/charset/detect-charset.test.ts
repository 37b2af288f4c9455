import { describe, expect, it } from 'vitest';
import { detectCharset } from '../../../../lambda/common/charset/detect-charset.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

/** The bytes of a text in a charset of one byte a character. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text].map((character) => bytes.get(character) ?? 0x3f));
}

const feed = (text: string, language = '') =>
  `<rss><channel>${language}<item><title>${text}</title></item></channel></rss>`;

describe('detectCharset', () => {
  it.each([
    ['windows-1251', 'Порт закрыт до вторника, сообщила начальница гавани Вера Ладожская'],
    ['koi8-r', 'Порт закрыт до вторника, сообщила начальница гавани Вера Ладожская'],
    ['windows-1256', 'قالت مديرة الميناء إن السفن ستنتظر حتى يوم الثلاثاء بسبب العاصفة'],
    ['iso-8859-7', 'Το λιμάνι μένει κλειστό ως την Τρίτη, είπε η λιμενάρχης στους εμπόρους'],
    ['iso-8859-2', 'Port będzie zamknięty do wtorku, powiedziała kapitan portu Łucja Wrońska'],
    ['iso-8859-9', 'Liman salıya kadar kapalı kalacak, dedi liman başkanı Şule Gürsoylu açıklamasında'],
  ])('%s', (charset, text) => {
    const bytes = encode(feed(text), charset);
    expect(new TextDecoder(detectCharset(bytes)).decode(bytes)).toBe(feed(text));
  });

  it('Shift_JIS, of two bytes a character', () => {
    const title = [0x8d, 0x60, 0x82, 0xcd, 0x89, 0xce, 0x97, 0x6a, 0x93, 0xfa, 0x82, 0xdc, 0x82, 0xc5, 0x95, 0xc2];
    const twice = Uint8Array.from([...title, ...title]);
    const bytes = Buffer.concat([Buffer.from('<rss><title>'), twice, Buffer.from('</title></rss>')]);
    expect(new TextDecoder(detectCharset(bytes)).decode(bytes)).toBe(
      '<rss><title>港は火曜日まで閉港は火曜日まで閉</title></rss>',
    );
  });

  it('the language that the feed says it is in settles what few words leave open', () => {
    const text = feed('Порт закрыт', '<language>ru-ru</language>');
    expect(detectCharset(encode(text, 'koi8-r'))).toBe('koi8-r');
  });

  it('is never one that the bytes cannot be', () => {
    expect(detectCharset(Uint8Array.of(0x93, 0x68, 0x69, 0x94))).not.toMatch(/shift|euc|gb|big5/);
    expect(detectCharset(Uint8Array.of(0xff))).toMatch(/^(?:iso-8859-\d+|windows-\d+)$/);
  });

  it('looks no further than its sample', () => {
    const bytes = new Uint8Array(20_000_000).fill(0xe9);
    const start = processorMilliseconds();
    detectCharset(bytes);
    expect(processorMilliseconds() - start).toBeLessThan(2000);
  });
});
