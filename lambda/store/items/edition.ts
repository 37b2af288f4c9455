import { hashId } from '../../common/hash.ts';
import type { Key } from '../table/port.ts';

const HASH_LETTERS = 8;
/** Kinds of records that one edition owns: their sort keys begin so, followed by the edition. */
const OWNED = ['STMT', 'BODY'];

/**
 * The edition's name: the revision's number, and a hash of all that its records say. Two writers of one revision never mix their records, and the same
 * content has the same name, so that writing it again changes nothing.
 */
export function editionOf(revision: number, content: unknown): string {
  return `${revision}-${hashId(JSON.stringify(content)).slice(0, HASH_LETTERS)}`;
}

/** The number of the revision that the edition is of. */
export const revisionOf = (edition: string): number => Number.parseInt(edition, 10);

/** The edition that a record of an item's partition belongs to; `null` for those of the item as a whole. */
export function editionIn({ sk }: Pick<Key, 'sk'>): string | null {
  const [kind = '', edition] = sk.split('#');
  return OWNED.includes(kind) && edition !== undefined ? edition : null;
}
