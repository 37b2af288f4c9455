import { emptyRow } from '../../../../lambda/store/counts/empty-row.ts';
import type { CountRow, FacetCount, FacetKind } from '../../../../lambda/store/counts/shapes.ts';
import { SUBJECT_SHARDS, shardOf } from '../../../../lambda/store/counts/subject.ts';
import type { DayPart } from '../../../../lambda/store/counts/write-day-part.ts';

/** A row of one article with so many statements. */
export const row = (day: string, subject: string, statements: number): CountRow => ({
  ...emptyRow(day, subject, subject),
  items: 1,
  statements,
});

/** A whole day of these rows, with the facets of their speakers and feeds. */
export function dayPart(day: string, rows: CountRow[]): DayPart {
  const valuesOf = (kind: FacetKind, prefix: string, shard: number): FacetCount[] =>
    rows
      .filter(({ subject }) => subject.startsWith(prefix) && shardOf(subject) === shard)
      .map(({ subject, statements, items }) => ({
        ...{ value: subject.slice(prefix.length), statements, copies: 0 },
        items: kind === 'feed' ? items : 0,
      }));
  const facetsOf = (shard: number) => ({
    ...{ speaker: valuesOf('speaker', 'SPEAKER#', shard), feed: valuesOf('feed', 'FEED#', shard) },
    ...{ role: [], tag: [] },
  });
  return { day, rows, facets: new Map(Array.from({ length: SUBJECT_SHARDS }, (_, shard) => [shard, facetsOf(shard)])) };
}
