import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownPath } from '../../../../../lambda/api/kernel/http/own-path.ts';

const OWN = 'https://archive.example';

/** What moves a browser to another place, in any order. */
const PIECES = [
  '/',
  '\\',
  '.',
  '..',
  '%2e',
  '%2E',
  '%2f',
  '%5c',
  'a',
  ';',
  '?',
  '#',
  ':',
  '@',
  'evil.example',
  '\t',
  ' ',
];

describe('ownPath', () => {
  test.each([
    ['/', '/'],
    ['/feeds?status=ok', '/feeds?status=ok'],
    ['/?q=%2F%2Fevil.example', '/?q=%2F%2Fevil.example'],
    ['/articles/a%2Fb', '/articles/a%2Fb'],
    ['/a/./b/../c', '/a/c'],
    ['/a//b', '/a//b'],
  ])('%j is %j', (text, path) => {
    expect(ownPath(text)).toBe(path);
  });

  test.each([
    ...[
      '',
      'feeds',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example/',
      'javascript:alert(1)',
    ],
    ...[
      '/..//evil.example/',
      '/.//evil.example/',
      '/a/..//evil.example/',
      '/%2e//evil.example/',
      '/%2e%2E//evil.example/',
    ],
    ...['/..\\\\evil.example/', '/./\\evil.example/', '/\t/evil.example', '/ /evil.example', `/${'a'.repeat(2_000)}`],
  ])('%j leads away', (text) => {
    expect(ownPath(text)).toBeNull();
  });

  test('whatever it answers stays here, and is answered as it is when it is asked again', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((one) => `/${one}`),
        ),
        (next) => {
          const path = ownPath(next);
          if (path === null) return;
          expect(new URL(path, OWN).origin).toBe(OWN);
          expect(ownPath(path)).toBe(path);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
