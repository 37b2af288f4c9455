import * as z from 'zod';
import { type Instant, sortableInstant } from '../../../model/instant.ts';
import type { Positioned } from '../../../store/store-shapes.ts';
import { positionSchema, readPosition } from '../http/cursor.ts';

/** Where each of several merged lists stands; `null` before its first record. */
export type MergedPosition = Record<string, string | null>;

interface Place {
  sortAt: Instant;
  itemId: string;
  start: number;
}

const mergedPositionSchema = z.record(z.string().max(400), positionSchema.nullable());

/**
 * Merges lists that are each newest first into one that is. Its positions hold the positions of all of them, by their
 * names in `starts`.
 */
export async function* mergeNewest<T extends Place>(
  starts: MergedPosition,
  open: (name: string, after: string | undefined) => AsyncIterable<Positioned<T>>,
): AsyncIterable<Positioned<T>> {
  const positions = new Map(Object.entries(starts));
  const readers = [...positions].map(([name, after]) => ({
    name,
    reader: open(name, after ?? undefined)[Symbol.asyncIterator](),
  }));
  try {
    const heads = await Promise.all(
      readers.map(async ({ name, reader }) => ({ name, reader, head: await reader.next() })),
    );
    while (true) {
      const live = heads.filter(({ head }) => !head.done);
      const newest = live.reduce<(typeof live)[number] | null>(
        (best, one) => (best === null || comesBefore(one.head, best.head) ? one : best),
        null,
      );
      if (newest === null || newest.head.done) return;
      positions.set(newest.name, newest.head.value.position);
      yield { position: writePosition(positions), record: newest.head.value.record };
      newest.head = await newest.reader.next();
    }
  } finally {
    await Promise.all(readers.map(({ reader }) => reader.return?.()));
  }
}

/** Reads a position of a merged list; a 400 for text that is none, or that has more than `most` lists. */
export function readMergedPosition(text: string, most: number): MergedPosition {
  return readPosition(
    mergedPositionSchema.refine((positions) => Object.keys(positions).length <= most),
    text,
  );
}

/** The position of a merged list whose parts all stand at the same place. */
export function positionOfAll(names: string[], position: string): string {
  return writePosition(new Map(names.map((name) => [name, position])));
}

/** The place that a merged list has come to, whatever its parts; `undefined` before its first record. */
export function lastOf(starts: MergedPosition): string | undefined {
  const places = Object.values(starts).filter((place) => place !== null);
  return places.length > 0 ? places.reduce((last, place) => (place < last ? place : last)) : undefined;
}

function writePosition(positions: Map<string, string | null>): string {
  return JSON.stringify(Object.fromEntries(positions));
}

/** The store's own order: newest first, the statements of an article together and as in the text. */
function comesBefore(left: IteratorResult<Positioned<Place>>, right: IteratorResult<Positioned<Place>>): boolean {
  if (left.done || right.done) return !left.done;
  const [one, other] = [left.value.record, right.value.record];
  const [place, otherPlace] = [one, other].map(({ sortAt, itemId }) => `${sortableInstant(sortAt)}#${itemId}`);
  return place === otherPlace ? one.start < other.start : String(place) > String(otherPlace);
}
