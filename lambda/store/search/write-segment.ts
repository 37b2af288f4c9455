import { groupBy } from '../../common/group-by.ts';
import { type Instant, sortableInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { openWordsRecord, wordBatchRecord, wordPlacesRecord, wordPostingsRecord } from '../records/word-index.ts';
import type { StoreContext } from '../store-context.ts';
import { keys, partitions, type WordKind } from '../table/keys.ts';
import type { Key } from '../table/port.ts';
import { linePieces, packText } from './packed-text.ts';
import type { Segment } from './segment.ts';
import { placesText, postingsText } from './segment-text.ts';
import { bucketOf } from './tokens.ts';

/** So many places of a batch are read at once: about 8 KB. */
export const PLACES_A_PIECE = 256;

const sortAtOf = (position: string): string => position.slice(0, position.indexOf('#'));

/** The records of a batch: its tokens by bucket, its places by the piece, and last what readers find it by. */
export function batchRecords(
  kind: WordKind,
  { places, postings, generation }: Segment,
  { start, end, expiresAt }: { start: Instant; end: Instant; expiresAt: Instant | null },
) {
  const buckets = groupBy(postings, ([token]) => bucketOf(token));
  const pieces = Array.from({ length: Math.ceil(places.length / PLACES_A_PIECE) }, (_, n) =>
    places.slice(n * PLACES_A_PIECE, (n + 1) * PLACES_A_PIECE),
  );
  const highest = pieces.map((some) => sortAtOf(some.at(-1)?.position ?? ''));
  const lowest = sortAtOf(places[0]?.position ?? '');
  return [
    ...[...buckets].flatMap(([bucket, some]) =>
      linePieces(postingsText(some)).map((text, piece) =>
        wordPostingsRecord.encode({ kind, bucket, start, piece, generation, data: packText(text) }, expiresAt),
      ),
    ),
    ...pieces.map((some, piece) =>
      wordPlacesRecord.encode({ kind, start, piece, data: packText(placesText(some)) }, expiresAt),
    ),
    wordBatchRecord.encode({ kind, start, end, generation, lowest, highest }, expiresAt),
  ];
}

/** The records of an open segment. */
export function openRecords(kind: WordKind, { places, postings, generation }: Segment) {
  const texts = linePieces(`${placesText(places)}\n\n${postingsText(postings)}`);
  return texts.map((text, piece) =>
    openWordsRecord.encode({ kind, generation, piece, pieces: texts.length, data: packText(text) }),
  );
}

/** Removes open segments of other generations: what was open before, or was left by a run that died. */
export async function removeOpenBeside(context: StoreContext, kind: WordKind, generation: string): Promise<void> {
  const query = { index: null, partition: partitions.words(kind), beginsWith: 'OPEN#', fields: ['pk', 'sk'] };
  const own = keys.openWords(kind, generation, 0).sk.slice(0, -7);
  const found = (await collect(context.table.query(query))) as Key[];
  await context.table.batchWrite(
    [],
    found.filter(({ sk }) => !sk.startsWith(own)),
  );
}

/** The later of two moments; `null` is never. */
export function later(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return null;
  return sortableInstant(one) > sortableInstant(other) ? one : other;
}
