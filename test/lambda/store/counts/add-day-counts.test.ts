import { expect, test } from 'vitest';
import type { Speaker } from '../../../../lambda/model/speaker.ts';
import { emptyRow } from '../../../../lambda/pipeline/empty-row.ts';
import { addDayCounts } from '../../../../lambda/store/counts/add-day-counts.ts';
import type { RollupRow } from '../../../../lambda/store/store-shapes.ts';

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
  ...emptyRow(day, 'SPEAKER#mira-lund', 'Mira Lund'),
  statements: 2,
  ...changes,
});

const roles = (...texts: string[]) => texts.map((text) => ({ text, statements: 1, undated: 0 }));

test('no day changes nothing, and neither does one without statements', () => {
  expect(addDayCounts(speaker, [])).toBe(speaker);
  expect(addDayCounts(speaker, [row('2026-03-05', { statements: 0, roles: roles('clerk') })])).toBe(speaker);
});

test('days add their statements, and move the last time as exactly as they tell it', () => {
  const seen = { first: '2026-03-05T08:00:00Z', last: '2026-03-05T09:30:00Z' };
  expect(addDayCounts(speaker, [row('2026-03-04'), row('2026-03-05', { seen })])).toMatchObject({
    statementCount: 8,
    firstSeenAt: speaker.firstSeenAt,
    lastSeenAt: '2026-03-05T09:30:00Z',
  });
  expect(addDayCounts(speaker, [row('2026-03-04')]).lastSeenAt).toBe('2026-03-04T00:00:00Z');
});

test('a time of that very day that the record has more exactly stays', () => {
  const known = { ...speaker, lastSeenAt: '2026-03-04T12:00:00Z' };
  expect(addDayCounts(known, [row('2026-03-04')]).lastSeenAt).toBe('2026-03-04T12:00:00Z');
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
    addDayCounts(known, [
      row('2026-03-04', { roles: roles('poet', 'mayor') }),
      row('2026-03-06', { roles: roles('clerk') }),
    ]).roles,
  ).toEqual([
    { text: 'clerk', firstSeenAt: '2026-03-06T00:00:00Z', lastSeenAt: '2026-03-06T00:00:00Z' },
    { text: 'mayor', firstSeenAt: '2026-03-01T07:00:00Z', lastSeenAt: '2026-03-04T00:00:00Z' },
    { text: 'poet', firstSeenAt: '2026-03-04T10:00:00Z', lastSeenAt: '2026-03-04T10:00:00Z' },
  ]);
});
