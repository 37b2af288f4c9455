import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimestamp } from '../../../../lambda/parse/timestamp/parse-timestamp.ts';
import { readStandardForm } from '../../../../lambda/parse/timestamp/standard-forms.ts';

describe('readStandardForm', () => {
  it.each([
    ['Mon, 23 Nov 2026 10:00:05 GMT', { instant: '2026-11-23T10:00:05Z', offset: 0 }],
    ['3 Feb 2025 23:30:00 -0330', { instant: '2025-02-04T03:00:00Z', offset: -210 }],
    ['2026-11-23T10:00:05Z', { instant: '2026-11-23T10:00:05Z', offset: 0 }],
    ['2026-11-23T10:00:05.250+03:00', { instant: '2026-11-23T07:00:05.250Z', offset: 180 }],
    ['Mon, 30 Feb 2026 10:00:05 GMT', null],
    ['Mon, 23 Nov 2026 10:00:05 EST', null],
    ['Mon, 23 Nov 2026 24:00:00 GMT', null],
    ['2026-11-23', null],
  ])('%s', (raw, read) => {
    expect(readStandardForm(raw)).toEqual(read);
  });

  it('agrees with the reading of any layout', () => {
    const date = fc.date({ min: new Date('1971-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (given) => {
        for (const standard of [given.toUTCString(), given.toISOString()]) {
          // A second space makes it no standard form and changes nothing else.
          const other = standard.replace(/[ T]/, '  ');
          expect(readStandardForm(other)).toBeNull();
          expect(readStandardForm(standard)).toEqual(readTimestamp(other));
        }
      }),
    );
  });
});
