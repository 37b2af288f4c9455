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

test('ids are those of a year ago, for records leave them out', () => {
  const next = statementIds('cnL2cc1ouLl5ixAZoJv6sA');
  const texts = ['We sail at dawn.', 'We sail at dawn.', 'Wir fahren über Ødense nach Ｔokyo, ﬁnally'];
  expect(texts.map((text, n) => next({ text, cue: n === 2 ? null : cue }))).toEqual([
    'UnP4fDDeId7jTpPvSLJ5Ug',
    '_6G2jcadObAmLGQF5Yfr1A',
    'KldJsGtltpmHMM69sgDzvQ',
  ]);
});
