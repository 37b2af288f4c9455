import type { Day } from '../../model/instant.ts';
import type { CountRow } from './shapes.ts';

/** A row that has counted nothing yet. */
export function emptyRow(day: Day, subject: string, name: string): CountRow {
  return {
    ...{ day, subject, name, items: 0, copies: 0, statements: 0, quoted: 0, unknownSpeakers: 0 },
    undated: { items: 0, copies: 0, statements: 0, quoted: 0 },
    types: { direct: 0, indirect: 0, mixed: 0 },
    bands: { high: 0, fair: 0, low: 0 },
    ...{ languages: [], roles: [], outlets: [] },
  };
}
