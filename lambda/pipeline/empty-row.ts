import type { Day } from '../model/instant.ts';
import type { RollupRow } from '../store/store-shapes.ts';

/** A row that has counted nothing yet. */
export function emptyRow(day: Day, subject: string, name: string): RollupRow {
  return {
    day,
    subject,
    name,
    items: 0,
    copies: 0,
    statements: 0,
    quoted: 0,
    undated: { items: 0, copies: 0, statements: 0, quoted: 0 },
    types: { direct: 0, indirect: 0, mixed: 0 },
    bands: { high: 0, fair: 0, low: 0 },
    roles: [],
    outlets: [],
  };
}
