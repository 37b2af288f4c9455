import { describe, expect, it } from 'vitest';
import { decodeFeed } from '../../../lambda/parse/decode-feed.ts';
import { Warnings } from '../../../lambda/parse/warnings.ts';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')];
const declared = (charset: string): number[] => utf8(`<?xml version="1.0" encoding="${charset}"?>`);

describe('decodeFeed', () => {
  it.each<[string, number[], string | undefined, string]>([
    ['UTF-8 without a word', utf8('é€'), undefined, 'é€'],
    ['a byte order mark', [0xef, 0xbb, 0xbf, ...utf8('é')], 'text/xml; charset=iso-8859-1', 'é'],
    ['UTF-16 with a mark', [0xff, 0xfe, ...utf16('<é')], undefined, '<é'],
    ['UTF-16 without a mark', utf16('<é'), undefined, '<é'],
    ['the header', [0xc7], 'text/xml; charset="windows-1256"', 'ا'],
    ['the header before the declaration', [...declared('utf-8'), 0xe9], 'text/xml;charset=iso-8859-2', 'é'],
    ['the declaration where the header is wrong', [...declared('koi8-r'), 0xc1], 'text/xml; charset=utf-8', 'а'],
    ['UTF-8 that a server calls Latin-1', utf8('é€'), 'text/xml; charset=ISO-8859-1', 'é€'],
    ['a charset that nobody knows', utf8('é'), 'text/xml; charset=klingon', 'é'],
    ['bytes of windows-1252', [0x93, 0x68, 0x69, 0x94], undefined, '“hi”'],
    ['a declared UTF-16 that is none', [...declared('utf-16'), ...utf8('é')], undefined, 'é'],
    ['control characters', [0x61, 0x00, 0x08, 0x62, 0x0a], undefined, 'ab\n'],
  ])('%s', (_, bytes, contentType, text) => {
    const decoded = decodeFeed(Uint8Array.from(bytes), contentType, new Warnings());
    expect(decoded.replace(/^<\?xml.*\?>/, '')).toBe(text);
  });

  it('says when it guesses', () => {
    const warnings = new Warnings();
    decodeFeed(Uint8Array.from([...declared('utf-8'), 0xe9]), undefined, warnings);
    expect(warnings.list.map(({ code }) => code)).toEqual(['charset-wrong', 'charset-guessed']);
  });
});
