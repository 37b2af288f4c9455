import { describe, expect, it } from 'vitest';
import { Scope } from '../../../../lambda/parse/xml/scope.ts';

const ATOM = 'http://www.w3.org/2005/Atom';

describe('Scope', () => {
  it('expands names by the namespaces declared, and by well-known prefixes where none is', () => {
    const scope = new Scope().declare(new Map([['xmlns:x', ATOM]]));
    expect(scope.expand('x:Title')).toEqual({ vocabulary: 'atom', name: 'title', key: 'atom:title' });
    expect(scope.expand('dc:creator').vocabulary).toBe('dc');
    expect(scope.expand('y:z').vocabulary).toBe('other');
    expect(scope.expand('item').key).toBe('rss:item');
  });

  it('never changes: a declaration makes another', () => {
    const outer = new Scope();
    const inner = outer.declare(new Map([['xmlns', ATOM]]));
    expect(inner.expand('title').vocabulary).toBe('atom');
    expect(outer.expand('title').vocabulary).toBe('rss');
    expect(inner.with('', 'rss').expand('title').vocabulary).toBe('rss');
    expect(inner.declare(new Map([['class', 'x']]))).toBe(inner);
  });

  it('keeps not more than 200 prefixes', () => {
    let scope = new Scope();
    for (let number = 0; number < 300; number += 1) scope = scope.declare(new Map([[`xmlns:p${number}`, ATOM]]));
    expect(scope.expand('p199:a').vocabulary).toBe('atom');
    expect(scope.expand('p299:a').vocabulary).toBe('other');
  });
});
