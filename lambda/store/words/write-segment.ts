import { groupBy } from '../../common/group-by.ts';
import { type Instant, sortableInstant } from '../../model/instant.ts';
import type { Table } from '../table/port.ts';
import { linePieces, packText } from './packed-text.ts';
import { type SegmentHeader, segmentRecord, wordPlacesRecord, wordPostingsRecord } from './record.ts';
import type { Segment } from './segment.ts';
import { placesText, postingsText } from './segment-text.ts';
import { bucketOf } from './tokens.ts';

/** So many places of a segment are read at once: about 8 KB. */
export const PLACES_A_PIECE = 256;

/** What a segment is stored under, and until when. */
type SegmentPlace = Pick<SegmentHeader, 'kind' | 'id' | 'end' | 'previous'> & { expiresAt: Instant | null };

/** The records of a segment: its header, and all that the header names. */
export function segmentRecords({ places, postings }: Segment, { expiresAt, ...place }: SegmentPlace) {
  const { kind, id } = place;
  const buckets = [...groupBy(postings, ([token]) => bucketOf(token))].map(([bucket, some]) => ({
    bucket,
    texts: linePieces(postingsText(some)),
  }));
  const pieces = Array.from({ length: Math.ceil(places.length / PLACES_A_PIECE) }, (_, n) =>
    places.slice(n * PLACES_A_PIECE, (n + 1) * PLACES_A_PIECE),
  );
  const header: SegmentHeader = {
    ...place,
    highest: pieces.map((some) => sortAtOf(some.at(-1)?.position ?? '')),
    buckets: buckets.map(({ bucket, texts }) => [bucket, texts.length]),
  };
  const parts = [
    ...buckets.flatMap(({ bucket, texts }) =>
      texts.map((text, piece) =>
        wordPostingsRecord.encode({ kind, bucket, id, piece, data: packText(text) }, expiresAt),
      ),
    ),
    ...pieces.map((some, piece) =>
      wordPlacesRecord.encode({ kind, id, piece, data: packText(placesText(some)) }, expiresAt),
    ),
  ];
  return { header: segmentRecord.encode(header, expiresAt), parts };
}

/**
 * Writes a segment.
 *
 * 1. Its header, which names all that follows: so whatever a dead worker has left can be found and removed.
 * 2. Its places and postings.
 *
 * Nobody reads it before the state, or a later segment, leads to it.
 */
export async function writeSegment(table: Table, segment: Segment, place: SegmentPlace): Promise<void> {
  const { header, parts } = segmentRecords(segment, place);
  await table.put(header);
  await table.batchWrite(parts);
}

/** The later of two moments; `null` is never. */
export function later(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return null;
  return sortableInstant(one) > sortableInstant(other) ? one : other;
}

const sortAtOf = (position: string): string => position.slice(0, position.indexOf('#'));
