import { describe, expect, it } from 'vitest';
import { Warnings } from '../../../../lambda/parse/warnings.ts';
import { EntityDecoder } from '../../../../lambda/parse/xml/entity-decoder.ts';

function decode(text: string, ...declarations: string[]): { text: string; codes: string[] } {
  const warnings = new Warnings();
  const decoder = new EntityDecoder(warnings);
  for (const declaration of declarations) decoder.declare(declaration);
  return { text: decoder.decode(text, 0), codes: warnings.list.map(({ code }) => code) };
}

describe('EntityDecoder', () => {
  it.each<[string, string, string[], string, string[]]>([
    ['XML’s own', '&lt;a&gt; &amp;amp; &#x41;&#66;', [], '<a> &amp; AB', []],
    ['HTML’s names', 'caf&eacute;', [], 'café', []],
    ['a declared name', '&desk; says', ['!ENTITY desk "News &#38; desk"'], 'News & desk says', []],
    ['a declared name in single quotes', '&a.b;', ["!ENTITY a.b 'x'"], 'x', []],
    ['one that stands in the DOCTYPE’s first line', '&a;', ['!DOCTYPE rss [ <!ENTITY a "x"'], 'x', []],
    ['the first declaration of a name', '&a;', ['!ENTITY a "x"', '!ENTITY a "y"'], 'x', []],
    ['no entity of others', '&b;', ['!ENTITY a "x"', '!ENTITY b "&a;&a;"'], '&b;', ['unknown-entity']],
    ['no entity of another file', '&a;', ['!ENTITY a SYSTEM "file:///x"'], '&a;', ['unknown-entity']],
    ['no parameter entity', '&a;', ['!ENTITY % a "x"'], '&a;', ['unknown-entity']],
    ['a bare ampersand', 'a & b', [], 'a & b', ['bare-ampersand']],
  ])('%s', (_, text, declarations, decoded, codes) => {
    expect(decode(text, ...declarations)).toEqual({ text: decoded, codes });
  });

  it('expands no more than 100,000 characters in all', () => {
    const { text } = decode('&a;'.repeat(1000), `!ENTITY a "${'x'.repeat(400)}"`);
    expect(text.match(/x/g)).toHaveLength(100_000);
    expect(text.endsWith('&a;')).toBe(true);
  });
});
