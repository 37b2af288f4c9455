import { describe, expect, it } from 'vitest';
import { readDayFrom } from '../../../cli/options/values.ts';

const NOW = Date.UTC(2026, 10, 19, 23, 59);

describe('readDayFrom', () => {
  it.each([
    ['today', '2026-11-19'],
    ['Tomorrow', '2026-11-20'],
    ['yesterday', '2026-11-18'],
    ['+30d', '2026-12-19'],
    ['-2w', '2026-11-05'],
    ['+0d', '2026-11-19'],
  ])('reads %s as a day', (text, day) => expect(readDayFrom(NOW)(text)).toBe(day));

  it.each(['2026-11-01', '2026-11-01T09:30:00Z', '30d', '+12h', 'todays', '+99999w', ''])(
    'leaves %j to those who read days',
    (text) => expect(readDayFrom(NOW)(text)).toBe(text),
  );
});
