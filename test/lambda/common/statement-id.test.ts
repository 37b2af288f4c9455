import { expect, test } from 'vitest';
import { statementIds } from '../../../lambda/common/statement-id.ts';

const cue = { text: 'said' };

test('an id is of item, folded words and cue, and equal ones are counted', () => {
  const next = statementIds('item');
  const first = next({ text: 'We sail at dawn.', cue });
  expect(next({ text: 'we sail, at DAWN', cue })).not.toBe(first);
  expect(statementIds('item')({ text: 'we sail, at DAWN', cue })).toBe(first);
  for (const other of [statementIds('other')({ text: 'We sail at dawn.', cue }), next({ text: 'We sail.', cue })]) {
    expect(other).not.toBe(first);
  }
  expect(statementIds('item')({ text: 'We sail at dawn.', cue: null })).not.toBe(first);
});

test('an id is letters and digits, and begins with a letter', () => {
  const next = statementIds('item');
  for (let n = 0; n < 300; n++) expect(next({ text: 'We sail at dawn.', cue })).toMatch(/^[A-Za-z][A-Za-z0-9]{21}$/);
});
