import { correctionSchema } from '../../model/correction.ts';
import { defineRecord } from '../table/codec.ts';
import { indexKeys, keys } from '../table/keys.ts';

/** A correction of a statement; in gsi1 by when it was made. Never expires. */
export const correctionRecord = defineRecord(correctionSchema, ({ itemId, statementId, at }) => ({
  ...keys.correction(itemId, statementId),
  ...indexKeys.correction(statementId, at),
}));
