import type { Statement } from '../../model/statement.ts';
import type { Lease } from '../../store/jobs/lease.ts';
import type { Store } from '../../store/store.ts';
import {
  type FingerprintRow,
  fingerprintPartition,
  type GroupKind,
  type Link,
  type Occurrence,
  occurrencePosition,
} from '../../store/stories/record.ts';

/** What one batch works with. */
export interface Batch {
  store: Store;
  lease: Lease;
  rewrite: boolean;
  /** Fingerprint rows that the batch has put, by partition: eventually consistent queries may not have them yet. */
  put: Map<string, FingerprintRow[]>;
  links: Map<string, Link>;
  /** Statements by `editionName`. */
  said: Map<string, Statement[]>;
}

/** The key of a fingerprint row. */
export const placeOf = (row: FingerprintRow) => ({
  pk: fingerprintPartition(row.kind, row.key),
  sk: occurrencePosition(row),
});
/** The occurrence itself, without what it is found by. */
export const occurrenceOf = ({ id, itemId, feedId, edition, sortAt, start }: Occurrence): Occurrence => ({
  ...{ id, itemId, feedId, edition, sortAt, start },
});

/** Others, of other articles, that are found by one of these fingerprints, and are like it. What is found of articles that are gone is removed. */
export async function findAlike(
  { store, put }: Batch,
  kind: GroupKind,
  rows: readonly FingerprintRow[],
  isAlike: (earlier: string, later: string) => boolean,
): Promise<{ alike: Occurrence[]; isBounded: boolean }> {
  const lists = await Promise.all(rows.map((row) => store.stories.near(kind, row.key, occurrencePosition(row))));
  const [own] = rows;
  if (!own) return { alike: [], isBounded: false };
  const found = [
    ...lists.flatMap((list) => list.found),
    ...rows.flatMap((row) => (put.get(placeOf(row).pk) ?? []).slice(-10)),
  ];
  const others = [
    ...new Map(
      found.filter(({ itemId }) => itemId !== own.itemId).map((row) => [`${row.id} ${row.edition}`, row]),
    ).values(),
  ];
  const alike = others.filter((row) =>
    occurrencePosition(row) < occurrencePosition(own)
      ? isAlike(row.content, own.content)
      : isAlike(own.content, row.content),
  );
  const memberships = await store.stories.memberships(kind, alike);
  return {
    alike: alike.filter(({ id }) => memberships.has(id)).map(occurrenceOf),
    isBounded: lists.some(({ isBounded }) => isBounded),
  };
}
