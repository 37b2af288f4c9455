import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extractDates } from '../../lambda/extract/dates/extract-dates.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/dates.md'), 'utf8');

/** Published on Wednesday, 15 November 2023. */
const ANCHOR = '2023-11-15';

it.each([
  ['It shut on Nov. 12.', '2023-11-12'],
  ['It shuts at 3 p.m. on 12 November 2023.', '2023-11-12T15:00'],
  ['It shut last week.', '2023-W45'],
  ['It shut last weekend.', '2023-W45-WE'],
  ['It shut this month.', '2023-11'],
  ['It shut in the third quarter.', '2023-Q3'],
  ['It shut in H1 2023.', '2023-H1'],
  ['It shut last spring.', '2023-SP'],
  ['It shut in 1998.', '1998'],
  ['It shut in FY2025/26.', '2025/2026'],
  ['It shut in the 1990s.', '199'],
  ["It shut in the late '80s.", '198'],
  ['It shut in the 19th century.', '18'],
  ['It shut in mid-March 2027.', '2027-03'],
  ['It shut in the first nine months of 2026.', '2026-01/2026-09'],
  ['It shut on the last three days of October 2026.', '2026-10-29/2026-10-31'],
  ['It shut on June 26-28, 2026.', '2026-06-26/2026-06-28'],
  ['It shut in March-May 2020.', '2020-03/2020-05'],
  ['It shut in 1990-95.', '1990/1995'],
])('docs/dates.md and the rules agree: %s', (text, value) => {
  expect(page).toContain(`\`${value}\``);
  expect(extractDates({ text, anchor: ANCHOR }).map((date) => date.value)).toEqual([value]);
});
