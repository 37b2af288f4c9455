import { sortableInstant } from '../../model/instant.ts';
import type { Table } from '../table/port.ts';
import { matchSegments } from './match-segments.ts';
import { type PlaceSource, type PositionRange, readPieces, type SegmentSource, segmentSource } from './place-source.ts';
import type { SegmentList } from './read-segments.ts';
import { idText, type SegmentHeader, type WordKind } from './record.ts';
import type { Requirement } from './requirement.ts';
import type { DocumentPlace } from './segment.ts';

const MOST_PIECES = 16;
/** One search asks so many times for segments; some ten million items. */
const MOST_READS = 40;

/** What is searched. */
export interface PlaceSearch {
  kind: WordKind;
  /** The segments to begin with, and how to read those before them. */
  first: SegmentList;
  readOn(next: NonNullable<SegmentList['next']>): Promise<SegmentList>;
  /** What is found in no segment yet. */
  sources: PlaceSource[];
  requirements: Requirement[];
  range: PositionRange;
  /** Told where the search has stopped for having asked for the most segments: whatever it has not found stands before that position. */
  onStop(position: string): void;
}

/**
 * Places of documents that meet the requirements, newest first. A segment holds the changes of a stretch of time, and nothing is dated later than it was
 * changed: so older segments are asked only when all that can be newer is found, and places of a segment are read only when their turn may have come.
 */
export async function* findPlaces(table: Table, search: PlaceSearch): AsyncGenerator<DocumentPlace> {
  const { kind, requirements, range, readOn } = search;
  const sources: (PlaceSource | SegmentSource)[] = [...search.sources];
  let waiting = search.first as SegmentList | null;
  let pieces = 1;
  let reads = 0;
  for (;;) {
    const next = highestOf(sources);
    const end = endOf(waiting);
    if (waiting && (end === null || !next || heightOf(next) < end)) {
      const { segments, next: further }: SegmentList = waiting;
      if (segments.length > 0 && reads++ === MOST_READS) return search.onStop(end ?? '');
      const found: Map<string, number[]> = await matchSegments(table, kind, segments, requirements);
      sources.push(...segments.map((segment) => segmentSource(segment, found.get(idText(segment.id)) ?? [], range)));
      const start: string | undefined = segments.at(-1)?.id.start;
      const isTooOld = start !== undefined && range.low !== undefined && sortableInstant(start) <= range.low;
      waiting = further === null || isTooOld ? null : await readOn(further);
      continue;
    }
    if (!next) return;
    const place = next.known.pop();
    if (place) {
      yield place;
      continue;
    }
    await readPieces(table, kind, unreadOf(sources, pieces), range);
    pieces = Math.min(MOST_PIECES, pieces * 2);
  }
}

/** Nothing in these segments is dated later. */
function endOf(list: SegmentList | null): string | null {
  const newest: SegmentHeader | undefined = list?.segments[0];
  return newest ? sortableInstant(newest.end) : null;
}

/** Nothing of the source stands at or behind this; empty where nothing is left. */
function heightOf({ known, bound }: PlaceSource): string {
  return known.at(-1)?.position ?? bound ?? '';
}

function highestOf(sources: PlaceSource[]): PlaceSource | null {
  let highest: PlaceSource | null = null;
  for (const source of sources) {
    if (heightOf(source) !== '' && (!highest || heightOf(source) > heightOf(highest))) highest = source;
  }
  return highest;
}

/** The sources of which something may come next, but has to be read. */
function unreadOf(sources: (PlaceSource | SegmentSource)[], most: number): SegmentSource[] {
  return sources
    .filter((source): source is SegmentSource => source.known.length === 0 && source.bound !== null)
    .toSorted((one, other) => (heightOf(one) > heightOf(other) ? -1 : 1))
    .slice(0, most);
}
