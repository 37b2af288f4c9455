import { correctionSchema } from '../../model/correction.ts';
import { defineRecord } from '../table/codec.ts';
import { at } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** In gsi1: all corrections, by when they were made. */
export const CORRECTIONS = 'CORRECTIONS';

/** The key of a correction. */
export const correctionKey = (itemId: string, statementId: string): Key => ({
  pk: `ITEM#${itemId}`,
  sk: `CORR#${statementId}`,
});

/** A correction of a statement; in gsi1 by when it was made. Never expires. */
export const correctionRecord = defineRecord(correctionSchema, ({ itemId, statementId, at: correctedAt }) => ({
  ...correctionKey(itemId, statementId),
  gsi1pk: CORRECTIONS,
  gsi1sk: at(correctedAt, statementId),
}));
