import type { Key } from './table/port.ts';

/** Kinds of records that one revision of an item owns: their sort keys begin so, followed by the revision. */
const OWNED = ['STMT', 'DATE', 'BODY'];

/** The revision that a record of an item's partition belongs to; `null` for those that belong to the item as a whole. */
export function revisionOf({ sk }: Pick<Key, 'sk'>): number | null {
  const [kind, revision] = sk.split('#');
  return OWNED.includes(kind ?? '') && revision !== undefined ? Number(revision) : null;
}
