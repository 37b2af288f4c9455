import { type Instant, sortableInstant } from '../../model/instant.ts';
import type { StoreContext } from '../store-context.ts';
import type { WordKind } from '../table/keys.ts';
import { type BatchSource, batchSource, type PlaceSource, type PositionRange, readPieces } from './batch-source.ts';
import { matchBatches } from './match-segments.ts';
import { BATCHES_AT_ONCE, type BatchReader } from './read-batches.ts';
import type { Requirement } from './requirement.ts';
import type { DocumentPlace } from './segment.ts';

const MOST_PIECES = 16;
/** One search asks so many times for batches; some ten million items. */
const MOST_READS = 40;

/** What is searched. */
export interface PlaceSearch {
  kind: WordKind;
  /** Batches end at this moment or before. */
  batchedThrough: Instant;
  readBatches: BatchReader;
  /** What is found elsewhere: in the open segment, and in what is in no segment yet. */
  sources: PlaceSource[];
  requirements: Requirement[];
  range: PositionRange;
  /** Told where the search has stopped for having asked for the most batches: whatever it has not found stands before that position. */
  onStop(position: string): void;
}

/**
 * Places of documents that meet the requirements, newest first. A batch holds the changes of a stretch of time, and nothing is dated later than it was
 * changed: so older batches are asked only when all that can be newer is found, and places of a batch are read only when their turn may have come.
 */
export async function* findPlaces(context: StoreContext, search: PlaceSearch): AsyncGenerator<DocumentPlace> {
  const { kind, requirements, range, readBatches } = search;
  const sources: (PlaceSource | BatchSource)[] = [...search.sources];
  let before: Instant | null = search.batchedThrough;
  let pieces = 1;
  let reads = 0;
  for (;;) {
    const next = highestOf(sources);
    if (before !== null && (!next || heightOf(next) < sortableInstant(before))) {
      if (range.low !== undefined && sortableInstant(before) <= range.low) before = null;
      else {
        if (reads++ === MOST_READS) return search.onStop(sortableInstant(before));
        const batches = await readBatches(kind, before);
        const found = await matchBatches(context, kind, batches, requirements);
        sources.push(...batches.map((batch) => batchSource(batch, found.get(batch.start) ?? [], range)));
        before = batches.length < BATCHES_AT_ONCE ? null : (batches.at(-1)?.start ?? null);
      }
      continue;
    }
    if (!next) return;
    const place = next.known.pop();
    if (place) {
      yield place;
      continue;
    }
    await readPieces(context, kind, unreadOf(sources, pieces), range);
    pieces = Math.min(MOST_PIECES, pieces * 2);
  }
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
function unreadOf(sources: (PlaceSource | BatchSource)[], most: number): BatchSource[] {
  return sources
    .filter((source): source is BatchSource => source.known.length === 0 && source.bound !== null)
    .toSorted((one, other) => (heightOf(one) > heightOf(other) ? -1 : 1))
    .slice(0, most);
}
