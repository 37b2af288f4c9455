import { describe, expect, it } from 'vitest';
import { LinkBase } from '../../../../lambda/common/html/link-base.ts';
import { ElementStack } from '../../../../lambda/parse/xml/element-stack.ts';

const stackFor = (base: string | null) => new ElementStack(LinkBase.ofDocument(base, 0, () => undefined));
const attributes = (given: Record<string, string> = {}) => new Map(Object.entries(given));

describe('ElementStack', () => {
  it('passes base, language and namespaces on', () => {
    const stack = stackFor('https://b.example/');
    stack.push('a', attributes({ 'xml:base': 'x/', 'xml:lang': 'sv', xmlns: 'http://www.w3.org/2005/Atom' }));
    expect(stack.push('b', attributes({ 'xml:base': 'y/' }))).toMatchObject({
      expanded: { vocabulary: 'atom', name: 'b', key: 'atom:b' },
      base: { address: 'https://b.example/x/y/' },
      language: 'sv',
    });
    stack.close('a');
    expect(stack.push('c', attributes())).toMatchObject({
      expanded: { vocabulary: 'rss', name: 'c', key: 'rss:c' },
      base: { address: 'https://b.example/' },
      language: null,
    });
  });

  it('closes what was left open within, and nothing for a stray closing tag', () => {
    const stack = stackFor(null);
    for (const name of ['a', 'b', 'c']) stack.push(name, attributes());
    expect(stack.close('x')).toEqual([]);
    expect(stack.close('b').map(({ qualifiedName }) => qualifiedName)).toEqual(['c', 'b']);
    expect(stack.depth).toBe(1);
  });

  it('refuses to be deeper than 512', () => {
    const stack = stackFor(null);
    for (let depth = 0; depth < 512; depth++) stack.push('a', attributes());
    expect(stack.isFull).toBe(true);
    expect(() => stack.push('a', attributes())).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });
});
