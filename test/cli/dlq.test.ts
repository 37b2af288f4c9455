import { expect, it, test } from 'vitest';
import { chooseLetter } from '../../cli/dead-letters/choose-letter.ts';
import type { DeadLetter } from '../../cli/dead-letters/dead-letters.ts';
import { dateline } from '../support/cli.ts';

test.each([['list'], ['show', 'abc'], ['redrive']])(
  'dlq %s on the local store says what there is instead',
  async (...words) => {
    const { code, stdout, stderr } = await dateline(['dlq', ...words]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/local store has no dead letters.*dateline serve/);
  },
);

const letter = (id: string): DeadLetter => ({ id, host: 'a', sentAt: '', messages: [], body: '', handle: id });

it('one letter is chosen by the beginning of its id, and by no less than it takes', () => {
  const letters = ['ab1', 'ab2', 'cd1'].map(letter);
  expect(chooseLetter(letters, 'c').id).toBe('cd1');
  expect(chooseLetter(letters, 'ab2').id).toBe('ab2');
  expect(() => chooseLetter(letters, 'ab')).toThrow('2 dead letters begin with "ab"');
  expect(() => chooseLetter(letters, 'x')).toThrow('no dead letter begins with "x"');
});
