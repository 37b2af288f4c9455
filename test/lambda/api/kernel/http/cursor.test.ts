import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterHash, readCursor, writeCursor } from '../../../../../lambda/api/kernel/http/cursor.ts';
import { ProblemError } from '../../../../../lambda/api/kernel/http/problem.ts';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return `${error.status} ${error.code}`;
    throw error;
  }
  return 'no error';
};

describe('cursors', () => {
  test('give back any position', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (position) => {
        expect(readCursor('hash', writeCursor('hash', position))).toBe(position);
      }),
    );
  });

  test('hold whatever the order of the filters is, and however many rows a page has', () => {
    expect(filterHash('items', { q: 'a', feed: 'b', limit: '3', cursor: 'c', fields: 'id' })).toBe(
      filterHash('items', { feed: 'b', q: 'a' }),
    );
  });

  test.each([
    [{ q: 'b' }, 'items'],
    [{}, 'items'],
    [{ feed: 'a' }, 'items'],
    [{ q: 'a' }, 'statements'],
  ])('are refused for other filters: %j of %s', (filters, list) => {
    const cursor = writeCursor(filterHash('items', { q: 'a' }), 'here');
    expect(codeOf(() => readCursor(filterHash(list, filters as Record<string, string>), cursor))).toBe(
      '400 cursor-of-other-filters',
    );
  });

  test.each([
    'x',
    '!!!',
    'bnVsbA',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('{"v":2,"f":"h","p":"x"}').toString('base64url'),
    Buffer.from('{"v":1,"f":"h","p":7}').toString('base64url'),
    Buffer.from('{"v":1,"f":"h","p":"x","__proto__":{}}').toString('base64url'),
    'a'.repeat(10_000),
  ])('that are none of ours are refused: %s', (cursor) => {
    expect(codeOf(() => readCursor('h', cursor))).toBe('400 unreadable-cursor');
  });

  test('of any text never bring anything but a position or a 400', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(codeOf(() => readCursor('h', text))).toBe('400 unreadable-cursor');
      }),
    );
  });
});
