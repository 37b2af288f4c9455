import * as z from 'zod';
import { shortHash } from '../../common/hash.ts';
import { type RemovalKind, removalSchema } from '../../model/removal.ts';
import { defineRecord } from '../table/codec.ts';
import { at, bounded } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** In gsi1: all removals, by when they were decided. */
export const REMOVALS = 'REMOVALS';

/** The sort key of a removal, beside what it takes away. */
const REMOVED = 'REMOVED';

/** The key of a removal: in the partition of the item or speaker, so that whoever writes there meets it. */
export const removalKey = (kind: RemovalKind, id: string): Key => ({
  pk: `${kind === 'item' ? 'ITEM' : 'SPEAKER'}#${kind === 'item' ? id : bounded(id)}`,
  sk: REMOVED,
});

/** A removal; in gsi1 by when it was decided. Never expires. */
export const removalRecord = defineRecord(removalSchema, ({ kind, id, at: removedAt }) => ({
  ...removalKey(kind, id),
  gsi1pk: REMOVALS,
  gsi1sk: at(removedAt, kind, bounded(id)),
}));

/** The partition of what a removal has taken away. */
export const heldOf = (kind: RemovalKind, id: string): string => `HELD#${kind}#${bounded(id)}`;

/** A record that was taken away, with its own attributes and its former place; in no index. It expires, and is gone for good then. */
export const heldRecord = defineRecord(
  z.looseObject({ holder: z.string(), formerPk: z.string(), formerSk: z.string() }),
  ({ holder, formerPk, formerSk }) => ({ pk: holder, sk: shortHash(`${formerPk}\n${formerSk}`) }),
);

/** The key of the list of erased speakers. */
export const erasedKey = (): Key => ({ pk: 'SPEAKERS', sk: 'ERASED' });

/** The ids of all erased speakers; one record, which is read beside speakers, so that each decision is one write. */
export const erasedRecord = defineRecord(
  z.object({ ids: z.array(z.string()), version: z.int().positive() }),
  erasedKey,
);

/** Whether the record of an item's partition is the removal, as far as it holds. */
export const isTakenDown = ({ sk, state }: { sk?: unknown; state?: unknown }): boolean =>
  sk === REMOVED && state !== 'restored';
