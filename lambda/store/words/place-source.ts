import type { Table } from '../table/port.ts';
import { unpackText } from './packed-text.ts';
import { type SegmentHeader, type WordKind, wordKeys, wordPlacesRecord } from './record.ts';
import type { DocumentPlace } from './segment.ts';
import { readPlaces } from './segment-text.ts';
import { PLACES_A_PIECE } from './write-segment.ts';

/** A stretch of positions: at or behind `low`, before `high`. */
export interface PositionRange {
  low: string | undefined;
  high: string | undefined;
}

/** Found documents of one segment, from the newest on; places are read a piece at a time. */
export interface PlaceSource {
  /** Places that are known, the last one the newest. */
  known: DocumentPlace[];
  /** While none is known: every further place is before this; `null` where there is none. */
  bound: string | null;
}

/** A source of a stored segment: what is found in it, and how far it is read. */
export interface SegmentSource extends PlaceSource {
  segment: SegmentHeader;
  /** Numbers of documents whose places are not read, ascending. */
  numbers: number[];
}

/** Whether a position is in the range. */
export const isWithin = (position: string, { low, high }: PositionRange): boolean =>
  (low === undefined || position >= low) && (high === undefined || position < high);

/** The places as a source that has nothing to read any more. */
export function knownSource(places: DocumentPlace[], range: PositionRange): PlaceSource {
  const known = places.filter(({ position }) => isWithin(position, range));
  return { known: known.sort((one, other) => (one.position < other.position ? -1 : 1)), bound: null };
}

/** A source of the found documents of a segment, without those that can't be in the range. */
export function segmentSource(segment: SegmentHeader, numbers: number[], range: PositionRange): SegmentSource {
  const { low, high } = range;
  const { highest } = segment;
  const within = numbers.filter((number) => {
    const piece = pieceOf(number);
    const before = highest[piece - 1];
    const isTooNew = high !== undefined && before !== undefined && before > high;
    const isTooOld = low !== undefined && `${highest[piece]}~` < low;
    return !isTooNew && !isTooOld;
  });
  return withBound({ segment, numbers: within, known: [], bound: null });
}

/** Reads the next piece of each of the sources; one that is missing reads as empty. */
export async function readPieces(
  table: Table,
  kind: WordKind,
  sources: SegmentSource[],
  range: PositionRange,
): Promise<void> {
  const wanted = sources.map((source) => ({ source, piece: pieceOf(source.numbers.at(-1) ?? 0) }));
  const found = await table.batchGet(
    wanted.map(({ source, piece }) => wordKeys.places(kind, source.segment.id, piece)),
  );
  const texts = new Map(found.map((record) => [String(record.sk), unpackText(wordPlacesRecord.decode(record).data)]));
  for (const { source, piece } of wanted) {
    const places = readPlaces(texts.get(wordKeys.places(kind, source.segment.id, piece).sk) ?? '');
    const first = source.numbers.findIndex((number) => pieceOf(number) === piece);
    const numbers = source.numbers.splice(first);
    source.known = numbers.flatMap((number) => {
      const place = places[number - piece * PLACES_A_PIECE];
      return place && isWithin(place.position, range) ? [place] : [];
    });
    withBound(source);
  }
}

/** All places of a segment. */
export async function readAllPlaces(table: Table, { kind, id, highest }: SegmentHeader): Promise<DocumentPlace[]> {
  const found = await table.batchGet(highest.map((_, piece) => wordKeys.places(kind, id, piece)));
  return found.flatMap((record) => readPlaces(unpackText(wordPlacesRecord.decode(record).data)));
}

const pieceOf = (number: number): number => Math.floor(number / PLACES_A_PIECE);

function withBound(source: SegmentSource): SegmentSource {
  const next = source.numbers.at(-1);
  // A tilde comes behind what follows the moment in a position.
  source.bound = next === undefined ? null : `${source.segment.highest[pieceOf(next)]}~`;
  return source;
}
