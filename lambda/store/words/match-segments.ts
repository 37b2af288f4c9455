import { collect } from '../collect.ts';
import type { Table } from '../table/port.ts';
import { unpackText } from './packed-text.ts';
import { idText, type SegmentHeader, type WordKind, wordPartitions, wordPostingsRecord } from './record.ts';
import { bucketsOf, type Requirement } from './requirement.ts';
import { intersect, unite } from './segment.ts';
import { readPostings } from './segment-text.ts';

/** Behind the last piece of a segment. */
const BEHIND_PIECES = '#~';

/** Numbers of the documents that meet all requirements, by the id of their segment; the segments follow each other, from the newest on. */
export async function matchSegments(
  table: Table,
  kind: WordKind,
  segments: SegmentHeader[],
  requirements: Requirement[],
): Promise<Map<string, number[]>> {
  const found = await Promise.all(requirements.map((one) => matchOne(table, kind, segments, one)));
  return new Map(
    segments.flatMap(({ id }): [string, number[]][] => {
      const sets = found.map((numbers) => unite(numbers.get(idText(id)) ?? []));
      const numbers = intersect(sets);
      return numbers.length > 0 ? [[idText(id), numbers]] : [];
    }),
  );
}

/** Lists of numbers of the documents that meet the requirement, by the id of their segment. */
async function matchOne(
  table: Table,
  kind: WordKind,
  segments: SegmentHeader[],
  requirement: Requirement,
): Promise<Map<string, number[][]>> {
  const found = new Map<string, number[][]>();
  const [newest, oldest] = [segments[0], segments.at(-1)];
  if (!newest || !oldest) return found;
  const wanted = new Set(segments.map(({ id }) => idText(id)));
  const range = { low: idText(oldest.id), high: `${idText(newest.id)}${BEHIND_PIECES}` };
  const readings = [...bucketsOf(requirement)].map(async ([bucket, tokens]) => {
    const query = { index: null, partition: wordPartitions.postings(kind, bucket), ...range };
    for (const record of await collect(table.query(query))) {
      const { id, data } = wordPostingsRecord.decode(record);
      const name = idText(id);
      if (!wanted.has(name)) continue;
      const text = unpackText(data);
      const lists = tokens.flatMap((token) => readPostings(text, token, requirement.whole));
      if (lists.length > 0) found.set(name, [...(found.get(name) ?? []), ...lists]);
    }
  });
  await Promise.all(readings);
  return found;
}
