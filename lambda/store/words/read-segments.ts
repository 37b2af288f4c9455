import type { Table } from '../table/port.ts';
import { idText, type SegmentHeader, type SegmentId, segmentRecord, type WordKind, wordPartitions } from './record.ts';

/** So many segments are read, and asked for a word, at once. */
export const SEGMENTS_AT_ONCE = 64;
const MOST_KEPT = 200;

/** Some segments, from the newest on, and where to go on behind them. */
export interface SegmentList {
  segments: SegmentHeader[];
  next: SegmentId | null;
}

/** Reads the segment with this id and those before it: at most `SEGMENTS_AT_ONCE`. */
export type SegmentReader = (kind: WordKind, first: SegmentId) => Promise<SegmentList>;

/** A reader that keeps what it has read: a segment that is written leads to the same ones for ever. */
export function createSegmentReader(table: Table): SegmentReader {
  const kept = new Map<string, SegmentList>();
  return async (kind, first) => {
    const name = `${kind} ${idText(first)}`;
    const known = kept.get(name);
    if (known) return known;
    const list = await readSegments(table, kind, first);
    if (kept.size >= MOST_KEPT) kept.clear();
    if (list.segments.length > 0) kept.set(name, list);
    return list;
  };
}

/**
 * Follows the segments from one to the one before. Those that no other leads to, left by workers that died, are passed over; where one is missing, the
 * one next to it is taken, so that only its own words are not found until the index is made anew.
 */
async function readSegments(table: Table, kind: WordKind, first: SegmentId): Promise<SegmentList> {
  const segments: SegmentHeader[] = [];
  let wanted: SegmentId | null = first;
  const query = { index: null, partition: wordPartitions.segments(kind), high: idText(first), reverse: true };
  for await (const record of table.query({ ...query, pageSize: SEGMENTS_AT_ONCE + 1 })) {
    if (wanted === null || segments.length === SEGMENTS_AT_ONCE) break;
    const header = segmentRecord.decode(record);
    const [found, expected] = [idText(header.id), idText(wanted)];
    if (found > expected || (found < expected && segments.length > 0 && header.end > (segments.at(-1)?.id.start ?? '')))
      continue;
    segments.push(header);
    wanted = header.previous;
  }
  return { segments, next: segments.length === SEGMENTS_AT_ONCE ? wanted : null };
}
