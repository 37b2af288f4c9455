import { expect, test } from 'vitest';
import { endOf, startOf } from '../../../../lambda/api/stats/interval.ts';

test.each([
  ['day', '2024-02-28', '2024-02-28', '2024-02-29'],
  ['month', '2024-02-29', '2024-02-01', '2024-03-01'],
  ['month', '2023-12-31', '2023-12-01', '2024-01-01'],
  ['week', '2026-03-15', '2026-03-09', '2026-03-16'],
  ['week', '2026-03-16', '2026-03-16', '2026-03-23'],
  ['week', '2026-01-01', '2025-12-29', '2026-01-05'],
  ['week', '1969-12-31', '1969-12-29', '1970-01-05'],
] as const)('the %s of %s is from %s to before %s', (interval, day, start, end) => {
  expect(startOf(interval, day)).toBe(start);
  expect(endOf(interval, start)).toBe(end);
});
