import { collect } from '../collect.ts';
import { type WordBatch, wordPostingsRecord } from '../records/word-index.ts';
import type { StoreContext } from '../store-context.ts';
import { keys, partitions, type WordKind } from '../table/keys.ts';
import { unpackText } from './packed-text.ts';
import { bucketsOf, type Requirement } from './requirement.ts';
import { intersect, unite } from './segment.ts';
import { readPostings } from './segment-text.ts';
import type { OpenSegment } from './snapshot.ts';

const LAST_PIECE = 9_999_999;

/** Numbers of the documents of an open segment that meet all requirements. */
export function matchOpen({ postings }: OpenSegment, requirements: Requirement[]): number[] {
  return intersect(
    requirements.map(({ tokens, whole }) => unite(tokens.flatMap((token) => readPostings(postings, token, whole)))),
  );
}

/** Numbers of the documents that meet all requirements, by the start of their batch; the batches follow each other, from the newest on. */
export async function matchBatches(
  context: StoreContext,
  kind: WordKind,
  batches: WordBatch[],
  requirements: Requirement[],
): Promise<Map<string, number[]>> {
  const found = await Promise.all(requirements.map((one) => matchOne(context, kind, batches, one)));
  return new Map(
    batches.flatMap(({ start }): [string, number[]][] => {
      const sets = found.map((numbers) => unite(numbers.get(start) ?? []));
      const numbers = intersect(sets);
      return numbers.length > 0 ? [[start, numbers]] : [];
    }),
  );
}

/** Lists of numbers of the documents that meet the requirement, by the start of their batch. */
async function matchOne(
  context: StoreContext,
  kind: WordKind,
  batches: WordBatch[],
  requirement: Requirement,
): Promise<Map<string, number[][]>> {
  const generations = new Map(batches.map(({ start, generation }) => [start, generation]));
  const [newest, oldest] = [batches[0]?.start ?? '', batches.at(-1)?.start ?? ''];
  const found = new Map<string, number[][]>();
  const readings = [...bucketsOf(requirement)].map(async ([bucket, tokens]) => {
    const low = keys.wordPostings(kind, bucket, oldest, 0).sk;
    const high = keys.wordPostings(kind, bucket, newest, LAST_PIECE).sk;
    const query = { index: null, partition: partitions.wordPostings(kind, bucket), low, high };
    for (const record of await collect(context.table.query(query))) {
      const { start, generation, data } = wordPostingsRecord.decode(record);
      if (generations.get(start) !== generation) continue;
      const text = unpackText(data);
      const lists = tokens.flatMap((token) => readPostings(text, token, requirement.whole));
      if (lists.length > 0) found.set(start, [...(found.get(start) ?? []), ...lists]);
    }
  });
  await Promise.all(readings);
  return found;
}
