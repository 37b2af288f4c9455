import { expect, test } from 'vitest';
import type { Speaker } from '../../../lambda/model/speaker.ts';
import { addDays } from '../../../lambda/store/add-days.ts';
import type { RollupRow } from '../../../lambda/store/store-shapes.ts';

const speaker: Speaker = {
  id: 'mira-lund',
  name: 'Mira Lund',
  kind: 'person',
  aliases: [],
  roles: [{ text: 'mayor', firstSeenAt: '2026-03-01T07:00:00Z', lastSeenAt: '2026-03-03T07:00:00Z' }],
  statementCount: 4,
  firstSeenAt: '2026-03-01T07:00:00Z',
  lastSeenAt: '2026-03-03T07:00:00Z',
};

const row = (day: string, changes: Partial<RollupRow> = {}): RollupRow => ({
  day,
  subject: 'SPEAKER#mira-lund',
  name: 'Mira Lund',
  items: 1,
  copies: 0,
  statements: 2,
  quoted: 1,
  undated: { items: 0, copies: 0, statements: 0, quoted: 0 },
  types: { direct: 2, indirect: 0, mixed: 0 },
  bands: { high: 2, fair: 0, low: 0 },
  roles: [],
  outlets: [],
  ...changes,
});

const roles = (...texts: string[]) => texts.map((text) => ({ text, statements: 1, undated: 0 }));

test('no day changes nothing, and neither does one without statements', () => {
  expect(addDays(speaker, [])).toBe(speaker);
  expect(addDays(speaker, [row('2026-03-05', { statements: 0, roles: roles('clerk') })])).toBe(speaker);
});

test('days add their statements, and move the last time as exactly as they tell it', () => {
  const seen = { first: '2026-03-05T08:00:00Z', last: '2026-03-05T09:30:00Z' };
  expect(addDays(speaker, [row('2026-03-04'), row('2026-03-05', { seen })])).toMatchObject({
    statementCount: 8,
    firstSeenAt: speaker.firstSeenAt,
    lastSeenAt: '2026-03-05T09:30:00Z',
  });
  expect(addDays(speaker, [row('2026-03-04')]).lastSeenAt).toBe('2026-03-04T00:00:00Z');
});

test('a time of that very day that the record has more exactly stays', () => {
  const known = { ...speaker, lastSeenAt: '2026-03-04T12:00:00Z' };
  expect(addDays(known, [row('2026-03-04')]).lastSeenAt).toBe('2026-03-04T12:00:00Z');
});

test('roles of these days are added, and known ones last until then', () => {
  const known = {
    ...speaker,
    roles: [
      ...speaker.roles,
      { text: 'poet', firstSeenAt: '2026-03-04T10:00:00Z', lastSeenAt: '2026-03-04T10:00:00Z' },
    ],
  };
  expect(
    addDays(known, [row('2026-03-04', { roles: roles('poet', 'mayor') }), row('2026-03-06', { roles: roles('clerk') })])
      .roles,
  ).toEqual([
    { text: 'clerk', firstSeenAt: '2026-03-06T00:00:00Z', lastSeenAt: '2026-03-06T00:00:00Z' },
    { text: 'mayor', firstSeenAt: '2026-03-01T07:00:00Z', lastSeenAt: '2026-03-04T00:00:00Z' },
    { text: 'poet', firstSeenAt: '2026-03-04T10:00:00Z', lastSeenAt: '2026-03-04T10:00:00Z' },
  ]);
});
