import { describe, expect, it } from 'vitest';
import { resolveLink, resolveLinks } from '../../../../lambda/common/html/resolve-links.ts';

const BASE = 'https://b.example/x/';

describe('resolveLinks', () => {
  it.each([
    ['<a href="y?a=1&amp;b=2">', '<a href="https://b.example/x/y?a=1&amp;b=2">'],
    ["<img src='/y' alt='/z'>", "<img src='https://b.example/y' alt='/z'>"],
    ['<a href=y>', '<a href=https://b.example/x/y>'],
    ['<a href="https://c.example/">', '<a href="https://c.example/">'],
    ['<a href="mailto:a@b">', '<a href="mailto:a@b">'],
    ['<a href="">', '<a href="">'],
    ['text href="y"', 'text href="y"'],
  ])('%s', (html, expected) => {
    expect(resolveLinks(html, BASE)).toBe(expected);
    expect(resolveLinks(expected, BASE)).toBe(expected);
    expect(resolveLinks(html, null)).toBe(html);
  });
});

it('resolveLink keeps what it cannot resolve', () => {
  expect(resolveLink(' //[x', BASE)).toBe('//[x');
  expect(resolveLink('y', null)).toBe('y');
});
